//! Invented names and telephone numbers.

use super::plan::Stream;

/// Surnames that are common in the area. The most common appear several times.
const SURNAMES: [&str; 36] = [
    "王", "李", "张", "刘", "陈", "杨", "黄", "周", "向", "谭", "吴", "冉", "牟", "熊", "彭", "汪", "程", "余", "罗",
    "邓", "何", "唐", "蒲", "卢", "冯", "谢", "郑", "李", "张", "陈", "刘", "王", "谭", "向", "黄", "杨",
];

const FIRST_CHARACTERS: [&str; 28] = [
    "国", "建", "志", "明", "光", "永", "德", "正", "大", "文", "秀", "桂", "玉", "素", "兴", "世", "代", "学", "朝",
    "成", "春", "晓", "红", "天", "昌", "贤", "仁", "定",
];

const LAST_CHARACTERS: [&str; 30] = [
    "华", "英", "兰", "芳", "军", "平", "林", "珍", "容", "全", "富", "祥", "清", "明", "琼", "碧", "群", "权", "友",
    "万", "生", "安", "琴", "梅", "松", "福", "奎", "菊", "凤", "田",
];

/// Words used in names of holdings.
pub(super) const HOLDING_WORDS: [&str; 24] = [
    "丰硕",
    "梨香",
    "金果",
    "绿源",
    "鑫农",
    "春晖",
    "瑞丰",
    "向阳",
    "锦绣",
    "众兴",
    "青山",
    "惠农",
    "果韵",
    "盐乡",
    "江畔",
    "润土",
    "百果",
    "长岭",
    "禾盛",
    "泉水",
    "云岭",
    "家和",
    "嘉禾",
    "山里人",
];

/// The name of a person.
pub(super) fn person(stream: &mut Stream) -> String {
    let surname = *stream.pick(&SURNAMES);
    let last = *stream.pick(&LAST_CHARACTERS);
    if stream.happens(180) {
        format!("{surname}{last}")
    } else {
        format!("{surname}{}{last}", stream.pick(&FIRST_CHARACTERS))
    }
}

/// A mobile number that nobody has. Of the numbers beginning with 15, those with 154 have been assigned to no
/// operator, so none of them can ring at a stranger's.
pub(super) fn phone(stream: &mut Stream) -> String {
    format!("154{:08}", stream.between(0, 99_999_999))
}
