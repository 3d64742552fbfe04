//! The data that all pages share.

use anyhow::{Result, anyhow, ensure};
use catalogue::{
    browse::Collection,
    model::{Catalogue, Lang},
    query::{Address, BasePath, Page},
};
use technology_clusters::{
    i18n::Strings,
    names::version_in_name,
    site::Outlines,
    static_page::{self, Frame},
};

use super::shell::setting;
use crate::settings::Settings;

/// The data that all pages share.
pub(super) struct SiteData<'settings> {
    pub(super) settings: &'settings Settings,
    pub(super) collection: &'static Collection,
    pub(super) base: &'static BasePath,
    pub(super) origin: &'static str,
    /// The files that maps are drawn from, from the shell.
    pub(super) outlines: &'static Outlines,
    /// The version of the data: the hash in the name of its file.
    pub(super) version: &'static str,
    pub(super) frame: Frame,
    /// The full address of the data file, from the shell.
    pub(super) data_url: Option<String>,
}

impl<'settings> SiteData<'settings> {
    pub(super) fn open(shell: &str, settings: &'settings Settings, data: &str) -> Result<Self> {
        let catalogue = Catalogue::from_json(data).map_err(|error| anyhow!("{error:?}"))?;
        ensure!(
            catalogue.skipped.is_empty(),
            "records would be left out: {:?}",
            catalogue.skipped
        );
        let data_file = setting(shell, "data-catalogue");
        let data_file = data_file.and_then(|path| settings.base().strip(path));
        let version = data_file.and_then(version_in_name).unwrap_or_default();
        let base = BasePath::new(settings.base().as_str())?;
        // Views need `'static` data; leaking it is fine, because the process ends after the build.
        let collection: &Collection = Box::leak(Box::new(Collection::new(catalogue)));
        let base: &BasePath = Box::leak(Box::new(base));
        let publisher = settings
            .publisher
            .as_ref()
            .map(|publisher| static_page::Publisher {
                name: publisher.name.as_str(),
                contact: publisher.contact.as_str(),
                accessibility_statement: publisher.accessibility_statement.as_str(),
                privacy: publisher.privacy.as_str(),
            });
        Ok(Self {
            settings,
            collection,
            base,
            frame: static_page::frame(collection, base, publisher.as_ref()),
            origin: Box::leak(settings.origin().into()),
            outlines: Box::leak(Box::new(Outlines {
                whole: setting(shell, "data-map").unwrap_or_default().into(),
                small: setting(shell, "data-map-small").unwrap_or_default().into(),
            })),
            version: Box::leak(version.into()),
            data_url: data_file.map(|path| settings.url(path)),
        })
    }

    /// The full address of a page.
    pub(super) fn url(&self, lang: Lang, page: Page) -> String {
        self.settings.url(&Address::of(lang, page).path())
    }

    /// The title of a page, without the site's name.
    pub(super) fn name(&self, address: &Address) -> String {
        let Address { lang, page, .. } = address;
        let texts = Strings::of(*lang);
        let catalogue = &self.collection.catalogue;
        let record = match page {
            Page::Cluster(id) => catalogue
                .clusters
                .get(id.as_str())
                .map(|record| &record.name),
            Page::Area(id) => catalogue.areas.get(id.as_str()).map(|record| &record.label),
            Page::Organisation(id) => {
                let organisation = catalogue.organisations.get(id.as_str());
                organisation.map(|record| &record.name)
            }
            Page::Organisations => return texts.organisations.to_owned(),
            Page::Network => return texts.network_heading.to_owned(),
            Page::Numbers => return texts.numbers_heading.to_owned(),
            Page::Compare => return texts.compare_heading.to_owned(),
            Page::About => return texts.about.to_owned(),
            Page::Data => return texts.data.to_owned(),
            Page::Catalogue | Page::NotFound(_) => None,
        };
        record
            .map_or(texts.site, |name| name.text(*lang))
            .to_owned()
    }
}
