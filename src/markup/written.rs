//! Markup as text, for the files written at build time.

use super::{Attribute, El, Markup, Piece};

/// Elements that have no end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

impl Markup {
    /// The markup as HTML.
    pub fn to_html(self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(self, html: &mut String) {
        for piece in self.0 {
            match piece {
                Piece::Element(element) => element.write(html),
                Piece::Text(words) => escape(&words, false, html),
                Piece::Live(mut make) => make().unwrap_or_default().write(html),
            }
        }
    }
}

impl El {
    fn write(self, html: &mut String) {
        let element = *self.0;
        html.push('<');
        html.push_str(element.tag);
        for attribute in element.attributes {
            match attribute {
                Attribute::Plain(name, value) => write_attribute(name, &value, html),
                Attribute::Live(name, mut value) => {
                    if let Some(value) = value() {
                        write_attribute(name, &value, html);
                    }
                }
                Attribute::Checked(true) => write_attribute("checked", "", html),
                Attribute::Checked(false) | Attribute::LiveValue(_) | Attribute::On(..) => {}
            }
        }
        html.push('>');
        if !VOID.contains(&element.tag) {
            Markup(element.children).write(html);
            html.push_str("</");
            html.push_str(element.tag);
            html.push('>');
        }
    }
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, true, html);
    html.push('"');
}

fn escape(text: &str, in_attribute: bool, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' if in_attribute => html.push_str("&quot;"),
            _ => html.push(character),
        }
    }
}
