//! QR codes for printing and scanning.

use qrcode::{EcLevel, QrCode, render::svg::Color};

/// A QR code of a text as an SVG image, for a file of its own or for a page. `None` if the text exceeds the capacity
/// of a code, about 2,300 bytes.
///
/// It stays readable with about 15 % of it smeared (level M). The white margin that scanners look for is part of the
/// image. A module is one unit wide, to be scaled where it is used.
pub fn qr_svg(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let document = code.render::<Color<'_>>().module_dimensions(1, 1).build();
    // What precedes the `<svg` element is needed only in a file of its own.
    document.find("<svg").map(|start| document[start..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a scanner reads from an image: its rectangles are painted on a grid, with three dots per module.
    fn scanned(svg: &str) -> String {
        let side: usize = svg
            .split("width=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a width")
            .parse()
            .expect("a number");
        let path = svg.split(" d=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a path");
        let mut dark = vec![false; side * side];
        for rectangle in path.split('M').skip(1) {
            let numbers: Vec<usize> =
                rectangle.split(|letter: char| !letter.is_ascii_digit()).filter_map(|text| text.parse().ok()).collect();
            let [left, top, width, height, ..] = numbers[..] else { panic!("a rectangle, not {rectangle}") };
            for row in top..top + height {
                dark[row * side + left..row * side + left + width].fill(true);
            }
        }
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * 3, side * 3, |x, y| {
            if dark[y / 3 * side + x / 3] { 0 } else { 255 }
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code");
        grids[0].decode().expect("a code that can be read").1
    }

    #[test]
    fn what_is_written_is_scanned() {
        for text in
            ["https://lihua.example.org/preorders/P7K3-QZ9M", "http://127.0.0.1:8000/x", "梨花", &"x".repeat(300)]
        {
            let svg = qr_svg(text).expect("a code");
            assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"), "{svg}");
            assert_eq!(scanned(&svg), text);
        }
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert!(qr_svg(&"x".repeat(2331)).is_some());
        assert_eq!(qr_svg(&"x".repeat(2332)), None);
    }
}
