//! The description of the search for browsers and other programs (`OpenSearch` 1.1).

use catalogue::{model::Lang, query::Page};
use technology_clusters::i18n::Strings;

use crate::{markup::escaped, pages::site::SiteData};

/// The path of the description after the base.
pub(in crate::pages) fn path(lang: Lang) -> String {
    format!("{}/opensearch.xml", lang.tag())
}

pub(super) fn write(site: &SiteData, lang: Lang) -> String {
    let texts = Strings::of(lang);
    let icon = escaped(&site.settings.url("icon.svg"));
    let search = escaped(&site.url(lang, Page::Catalogue));
    let own = escaped(&site.settings.url(&path(lang)));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n<Description>{}</Description>\n\
         <InputEncoding>UTF-8</InputEncoding>\n<Language>{}</Language>\n\
         <Image type=\"image/svg+xml\">{icon}</Image>\n\
         <Url type=\"text/html\" template=\"{search}?q={{searchTerms}}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{own}\"/>\n\
         </OpenSearchDescription>\n",
        // The specification allows 16 characters, so not the name of the site.
        match lang {
            Lang::En => "Clusters",
            Lang::It => "Cluster",
        },
        escaped(texts.site_description),
        lang.tag(),
    )
}
