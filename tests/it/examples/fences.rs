//! The examples in the text of a page.

/// An example, with what is printed as its answer.
pub struct Example {
    /// The line of the page on which it begins.
    pub line: usize,
    pub asked: Asked,
    pub printed: String,
    /// Whether the answer is compared as JSON, however it is set out, rather than line by line.
    pub is_json: bool,
}

pub enum Asked {
    Operation {
        account: Option<String>,
        text: String,
    },
    Commands {
        text: String,
        /// The settings of the server.
        settings: Vec<(String, String)>,
    },
}

struct Fence<'page> {
    line: usize,
    language: &'page str,
    settings: Vec<(String, String)>,
    text: String,
    /// Whether nothing but empty lines is between it and the fence before.
    follows: bool,
}

/// The fences of a page, or what is wrong with one.
fn fences(page: &str) -> Result<Vec<Fence<'_>>, String> {
    let mut fences = Vec::new();
    let mut lines = page.lines().zip(1..);
    let mut follows = false;
    while let Some((words, line)) = lines.next() {
        let Some(words) = words.strip_prefix("```") else {
            follows = follows && words.is_empty();
            continue;
        };
        let (language, settings) = words.split_once(' ').unwrap_or((words, ""));
        let settings = settings.split_whitespace().map(|word| {
            let (name, value) = word.split_once('=').ok_or_else(|| format!("{line}: {word} is no setting"))?;
            Ok((name.to_owned(), value.to_owned()))
        });
        let settings = settings.collect::<Result<_, String>>()?;
        let text = lines.by_ref().map(|(text, _)| text).take_while(|text| *text != "```");
        let text = text.map(|text| format!("{text}\n")).collect();
        fences.push(Fence { line, language, settings, text, follows });
        follows = true;
    }
    Ok(fences)
}

/// The examples of a page in their order, or what is wrong with one.
pub fn examples(page: &str) -> Result<Vec<Example>, String> {
    let mut examples = Vec::new();
    let mut fences = fences(page)?.into_iter().peekable();
    while let Some(Fence { line, language, settings, text, .. }) = fences.next() {
        let mut answer = |languages: &[&str]| {
            let is_answer = |fence: &Fence| fence.follows && languages.contains(&fence.language);
            fences.next_if(is_answer).ok_or_else(|| format!("{line}: no answer is printed below it"))
        };
        match language {
            "graphql" => {
                let account = text.lines().next().and_then(|first| first.strip_prefix("# as ")).map(str::to_owned);
                let printed = answer(&["json"])?.text;
                examples.push(Example { line, asked: Asked::Operation { account, text }, printed, is_json: true });
            }
            "sh" if text.contains("curl ") => {
                let answer = answer(&["json", "text"])?;
                let is_json = answer.language == "json";
                examples.push(Example {
                    line,
                    asked: Asked::Commands { text, settings },
                    printed: answer.text,
                    is_json,
                });
            }
            "console" => examples.extend(commands(line, &settings, &text)?),
            "sh" | "js" | "http" | "text" => {}
            "json" => return Err(format!("{line}: an answer to nothing")),
            _ => return Err(format!("{line}: {language:?} is none of the languages of an example")),
        }
    }
    Ok(examples)
}

/// The commands of a console, each with what it prints.
fn commands(line: usize, settings: &[(String, String)], text: &str) -> Result<Vec<Example>, String> {
    let mut examples: Vec<Example> = Vec::new();
    let mut is_command = false;
    for (text, line) in text.lines().zip(line + 1..) {
        if let Some(command) = text.strip_prefix("$ ") {
            let asked = Asked::Commands { text: format!("{command}\n"), settings: settings.to_vec() };
            examples.push(Example { line, asked, printed: String::new(), is_json: false });
            is_command = true;
        } else {
            let example = examples.last_mut().ok_or_else(|| format!("{line}: a console begins with a command"))?;
            is_command = is_command && text.starts_with("    ");
            match &mut example.asked {
                Asked::Commands { text: command, .. } if is_command => command.push_str(&format!("{text}\n")),
                _ => example.printed.push_str(&format!("{text}\n")),
            }
        }
    }
    match examples.last() {
        Some(last) if !last.printed.is_empty() => Ok(examples),
        _ => Err(format!("{line}: no answer is printed below its last command")),
    }
}
