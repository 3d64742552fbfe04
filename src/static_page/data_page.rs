//! The page of the data as files for other programs. It is a document of its own: nobody who searches needs
//! its texts in the wasm.

mod texts;

use super::html::{plain_html, with_site};
use crate::components::{DataLicence, Header, LastUpdated};
use crate::i18n::{Strings, format_number};
use crate::site::{Outlines, Site, Visit};
use catalogue::browse::Collection;
use catalogue::export::{Citation, CitationFormat, Format, RecordList};
use catalogue::model::{Catalogue, Lang};
use catalogue::query::{Address, BasePath, Page};
use leptos::prelude::*;
use texts::DataTexts;

/// The files that the page lists.
pub struct DataPage<'text> {
    /// The address of the site, with a slash at its end.
    pub root: &'text str,
    /// The version of the data: a hash of its content.
    pub version: &'text str,
    /// The files of records.
    pub files: Vec<PublishedFile>,
    /// The path of the feed after the base.
    pub feed: String,
    /// The path of the description of the search after the base.
    pub open_search: String,
}

/// A file of records.
pub struct PublishedFile {
    /// The list of the records.
    pub list: RecordList,
    /// The format.
    pub format: Format,
    /// The language of its texts, if there is a file for each.
    pub lang: Option<Lang>,
    /// The path after the base.
    pub path: String,
    /// Its length in bytes.
    pub bytes: usize,
}

/// Renders the page below the header.
pub fn data_page(
    collection: &'static Collection,
    base: &'static BasePath,
    lang: Lang,
    page: &DataPage,
) -> String {
    let visit = Visit::to(Address::of(lang, Page::Data));
    with_site(
        || Site::new(collection, base, "", Outlines::NONE, "", visit),
        |site| {
            let t = Strings::of(lang);
            let texts = DataTexts::of(lang);
            plain_html(view! {
                <Header lang />
                <main id="content">
                    <article class="page data-page">
                        <header class="page-header">
                            <h1 tabindex="-1">{t.data}</h1>
                            <p class="lead">{texts.lead}</p>
                            <DataLicence lang />
                            <LastUpdated lang />
                        </header>
                        <h2>{texts.files}</h2>
                        {file_table(site, lang, page)}
                        {one_cluster(site, texts)}
                        <p>
                            {texts.tables_are_in} " "
                            <a
                                href=site.link(lang.other(), Page::Data)
                                lang=lang.other().tag()
                                hreflang=lang.other().tag()
                            >
                                {DataTexts::of(lang.other()).in_this_language}
                            </a>
                        </p>
                        <h2>{texts.how_to_open}</h2>
                        {examples(texts, page.root)}
                        <h2>{texts.good_to_know}</h2>
                        {bullets(texts.remarks)}
                        <h2>{texts.what_stays}</h2>
                        {texts.promises.map(|text| view! { <p>{text}</p> })}
                        <h2>{texts.descriptions}</h2>
                        {descriptions(site, texts, page)}
                        <h2>{t.cite}</h2>
                        <p>{texts.versions}</p>
                        <p class="example">{citation(site, lang, page)}</p>
                    </article>
                </main>
            })
        },
    )
}

/// All files, a row for each list.
fn file_table(site: Site, lang: Lang, page: &DataPage) -> AnyView {
    let texts = DataTexts::of(lang);
    let catalogue = &site.collection.catalogue;
    let rows = RecordList::ALL.into_iter().zip(texts.lists);
    let rows = rows.map(|(list, [name, content])| {
        // Those in the other language are on the page in that language.
        let own = page
            .files
            .iter()
            .filter(|file| file.list == list && file.lang.is_none_or(|its_own| its_own == lang));
        let links = own.map(|file| {
            view! {
                <li>
                    <a href=[site.base.as_str(), &file.path].concat() type=file.format.media_type()>
                        {file.format.name()}
                    </a>
                    {format!(" {}\u{a0}KB", file.bytes.div_ceil(1000))}
                </li>
            }
        });
        view! {
            <tr>
                <th scope="row">
                    {name} <span class="hint table-remark">{content}</span>
                </th>
                <td class="table-number">{format_number(length(catalogue, list))}</td>
                <td>
                    <ul class="card-facts">{links.collect_view()}</ul>
                </td>
            </tr>
        }
    });
    let headings = texts
        .headings
        .map(|heading| view! { <th scope="col">{heading}</th> });
    view! {
        <div class="table-frame">
            <table class="result-table">
                <thead>
                    <tr>{headings}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The number of records of a list.
fn length(catalogue: &Catalogue, list: RecordList) -> usize {
    match list {
        RecordList::Clusters => catalogue.clusters.len(),
        RecordList::Organisations => catalogue.organisations.len(),
        RecordList::Memberships => catalogue.memberships.len(),
        RecordList::Areas => catalogue.areas.len(),
        RecordList::Countries => catalogue.countries.len(),
        RecordList::Regions => catalogue.regions.len(),
        RecordList::Cities => catalogue.cities.len(),
    }
}

/// The file of a single cluster, with an example.
fn one_cluster(site: Site, texts: &'static DataTexts) -> Option<AnyView> {
    let cluster = site.collection.catalogue.clusters.first()?;
    let path = format!("data/v1/clusters/{}.json", cluster.id);
    let href = [site.base.as_str(), &path].concat();
    Some(
        view! {
            <p>
                {texts.one_cluster} " " <a href=href>{path}</a>
            </p>
        }
        .into_any(),
    )
}

/// How the table of clusters is opened in several programs.
fn examples(texts: &'static DataTexts, root: &str) -> AnyView {
    let file = [root, &Format::Csv.path(RecordList::Clusters, texts.lang)].concat();
    let (country, name) = match texts.lang {
        Lang::En => ("country", "clusters"),
        Lang::It => ("paese", "cluster"),
    };
    let code = [
        ("curl", format!("curl -O {file}")),
        (
            "Python (pandas)",
            format!(
                "import pandas as pd\n\n{name} = pd.read_csv(\"{file}\")\n{name}[\"{country}\"].value_counts()"
            ),
        ),
        (
            "R",
            format!(
                "{name} <- read.csv(\"{file}\", fileEncoding = \"UTF-8-BOM\")\ntable({name}${country})"
            ),
        ),
    ];
    let code = code.map(|(program, code)| {
        view! {
            <h3>{program}</h3>
            <pre class="example"><code>{code}</code></pre>
        }
    });
    let steps = texts.excel.map(|step| view! { <li>{step}</li> });
    view! {
        <h3>"Excel"</h3>
        <ol>{steps}</ol>
        <pre class="example"><code>{file}</code></pre>
        <p>{texts.excel_note}</p>
        {code}
    }
    .into_any()
}

/// Links to descriptions of the files.
fn descriptions(site: Site, texts: &'static DataTexts, page: &DataPage) -> AnyView {
    let schemas = RecordList::ALL.map(RecordList::name).into_iter();
    let schemas = schemas.chain(["cluster", "clusters.geojson"]).map(|name| {
        let path = format!("data/v1/{name}.schema.json");
        view! {
            <li>
                <a href=[site.base.as_str(), &path].concat()>{name}</a>
            </li>
        }
    });
    let links = [
        "data/v1/datapackage.json",
        "data/v1/dcat.jsonld",
        &page.feed,
        &page.open_search,
    ];
    let links = links.into_iter().zip(texts.describing);
    let links = links.map(|(path, [name, about])| {
        view! {
            <li>
                <a href=[site.base.as_str(), path].concat()>{name}</a>
                {about}
            </li>
        }
    });
    view! {
        <ul>{links.collect_view()}</ul>
        <p>{texts.schemas}</p>
        <ul class="card-facts">{schemas.collect_view()}</ul>
    }
    .into_any()
}

fn bullets<const LENGTH: usize>(texts: [&'static str; LENGTH]) -> AnyView {
    let items = texts.map(|text| view! { <li>{text}</li> });
    view! { <ul>{items}</ul> }.into_any()
}

/// The citation of all data.
fn citation(site: Site, lang: Lang, page: &DataPage) -> String {
    let t = Strings::of(lang);
    let url = [page.root, &Address::of(lang, Page::Data).path()].concat();
    let citation = Citation {
        title: t.data,
        site: t.site,
        updated: site.collection.catalogue.updated.as_str(),
        version: page.version,
        url: &url,
        accessed: None,
        lang,
    };
    citation.written(CitationFormat::Text)
}
