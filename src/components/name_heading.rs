//! The heading of a record's page.

use crate::names::other_lang;
use catalogue::model::{AreaId, Bilingual, Lang};
use leptos::prelude::*;

/// The name of a record, its name in the other language below, and the icon of a subject area in
/// front.
#[component]
pub fn NameHeading(
    /// The language of the page.
    lang: Lang,
    /// The name.
    name: &'static Bilingual,
    /// The area whose icon is shown.
    #[prop(optional_no_strip)]
    area: Option<&'static AreaId>,
) -> impl IntoView {
    let (own, own_lang) = name.get(lang);
    let other = name.only(lang.other()).filter(|other| *other != own);
    view! {
        <h1
            class="page-title"
            tabindex="-1"
            lang=other_lang(own_lang, lang)
            data-area=area.map(AreaId::as_str)
        >
            {own}
        </h1>
        {other
            .map(|other| {
                view! {
                    <p class="other-name" lang=lang.other().tag()>
                        {other}
                    </p>
                }
                .into_any()
            })}
    }
}
