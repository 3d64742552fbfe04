//! A list to choose one of some values from.

use crate::browser;
use crate::markup::{El, el};

/// A list with its label; `options` are values with their names. It stands at what `chosen` reads.
pub fn choice_list(
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    chosen: impl FnMut() -> String + 'static,
    choose: Box<dyn Fn(String)>,
) -> El {
    let option = |(value, name)| el("option").attr("value", value).text(name);
    let options: Vec<El> = options.into_iter().map(option).collect();
    let select = el("select")
        .on("change", move |event| choose(browser::value_of(&event)))
        .children(options)
        .live_value(chosen);
    el("label").text(label).text(" ").child(select)
}
