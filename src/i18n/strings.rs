//! The texts of one language, as a type: a text that is missing in one language does not compile.

use catalogue::model::Fact;

/// A text that depends on a number, with `{}` as its placeholder.
#[derive(Debug)]
pub struct Plural {
    /// For 1.
    pub one: &'static str,
    /// For all other numbers.
    pub other: &'static str,
}

impl Plural {
    /// The text for a number.
    pub fn of(&self, count: usize) -> String {
        let text = if count == 1 { self.one } else { self.other };
        text.replace("{}", &format_number(count))
    }
}

/// Formats a number with thin spaces between thousands, which suits both languages.
pub fn format_number(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        // Numbers of four digits are easier to read without a space.
        if index > 0 && (digits.len() - index).is_multiple_of(3) && digits.len() > 4 {
            grouped.push('\u{202F}');
        }
        grouped.push(digit);
    }
    grouped
}

/// The texts of one language. Texts that only static pages contain are left out of the wasm.
#[derive(Debug)]
#[expect(missing_docs, reason = "the texts themselves say what they are")]
pub struct Strings {
    pub language: &'static str,
    pub site: &'static str,
    #[cfg(feature = "ssr")]
    pub site_description: &'static str,
    #[cfg(feature = "ssr")]
    pub skip_to_content: &'static str,
    pub main_navigation: &'static str,
    pub catalogue: &'static str,
    pub network: &'static str,
    pub about: &'static str,
    pub data: &'static str,
    #[cfg(feature = "ssr")]
    pub data_description: &'static str,
    pub switch_language: &'static str,
    pub updated: &'static str,
    pub data_licence: &'static str,

    pub search_heading: &'static str,
    pub search_lead: &'static str,
    pub search_label: &'static str,
    pub search_hint: &'static str,
    pub search_shortcut: &'static str,
    pub search_button: &'static str,
    pub completions_label: &'static str,
    pub completions: Plural,
    pub filters: &'static str,
    pub filters_hint: &'static str,
    pub match_all: &'static str,
    pub chosen: &'static str,
    pub remove_choice: &'static str,
    pub without_words: &'static str,
    pub exact_words: &'static str,
    pub clear_all: &'static str,
    pub show_all_values: Plural,
    pub show_empty_values: Plural,
    pub show_fewer_values: &'static str,
    pub narrow_values: &'static str,
    pub places: &'static str,
    pub show_all_places: &'static str,
    pub unknown_value: &'static str,
    pub results_heading: &'static str,
    /// In a table, for a value that no source gives.
    pub not_known: &'static str,
    pub results_table: &'static str,
    pub results: Plural,
    /// Shown instead of the number of results while the app is loading.
    pub getting_ready: &'static str,
    /// Closes the filters on a narrow screen.
    pub show_results: Plural,
    /// In the order of `Closeness::ALL`.
    pub closeness: [Plural; 3],
    pub searched_for: &'static str,
    /// Of the clusters of a region.
    pub national_included: Plural,
    pub ignored_signs: &'static str,
    pub search_cut: &'static str,
    pub show_its_clusters: &'static str,
    pub partial_results: &'static str,
    pub map: &'static str,
    pub map_note: &'static str,
    pub map_source: &'static str,
    pub map_tools_label: &'static str,
    /// The tools of the map: nearer, farther, the whole map, to the left, up, down, to the right.
    pub map_tools: [&'static str; 7],
    pub map_keys: &'static str,
    pub map_touch: &'static str,
    pub map_shades: &'static str,
    pub map_shades_note: &'static str,
    pub map_marks: &'static str,
    pub map_unlocated: Plural,
    pub map_chosen: &'static str,
    pub map_choose: &'static str,
    pub map_as_results: &'static str,
    pub map_close: &'static str,
    pub more_cities: Plural,
    pub unplaced: &'static str,
    pub numbers_heading: &'static str,
    pub numbers_lead: &'static str,
    pub charts_hint: &'static str,
    pub charts_rest: Plural,
    /// A chart of the kinds of organisations.
    pub kinds_chart: &'static str,
    pub kinds_chart_note: &'static str,
    pub members_chart: &'static str,
    /// The words between the number of clusters for which something is known and the number of all
    /// clusters.
    pub known_for: [&'static str; 2],
    pub counts_overlap: &'static str,
    pub chart_as_table: &'static str,
    pub year: &'static str,
    pub other_years: &'static str,
    pub numbers_source: &'static str,
    pub clusters: &'static str,
    pub sort_by: &'static str,
    pub view_as: &'static str,
    pub part_of: &'static str,
    pub show_more: Plural,
    pub show_all: &'static str,
    pub nothing_found: &'static str,
    pub nothing_found_advice: &'static str,
    pub did_you_mean: &'static str,
    pub drop_word: &'static str,
    pub drop_text: &'static str,
    pub drop_value: &'static str,
    pub drop_choices: &'static str,
    pub see_everything: &'static str,

    pub name: &'static str,
    pub acronym: &'static str,
    pub areas: &'static str,
    pub level: &'static str,
    pub place: &'static str,
    pub seat: &'static str,
    pub regions: &'static str,
    pub country: &'static str,
    pub website: &'static str,
    pub email: &'static str,
    pub contact: &'static str,
    pub no_contact: &'static str,
    pub checked: &'static str,
    pub legal_form: &'static str,
    pub founded: &'static str,
    pub recognised: &'static str,
    pub members: &'static str,
    /// In the order of [`Unit`](catalogue::model::Unit).
    pub unit_counts: [Plural; 5],
    /// In the order of [`Precision`](catalogue::model::Precision).
    pub precisions: [&'static str; 4],
    pub composition: &'static str,
    pub keywords: &'static str,
    pub national_clusters: &'static str,
    pub regional_clusters: &'static str,
    pub evidence: &'static str,
    pub evidence_levels: [&'static str; 3],
    pub note: &'static str,
    pub also_known_as: &'static str,
    pub formerly: &'static str,
    pub gloss: &'static str,

    pub founded_in: &'static str,
    pub last_seen: &'static str,
    /// Words before a year, a month, a month that begins with a vowel, a day, and a day whose
    /// spoken form begins with a vowel.
    pub at_date: [&'static str; 5],
    pub undated: &'static str,
    pub approximately: &'static str,
    pub unverified: &'static str,
    pub unverified_explained: &'static str,
    pub sources: &'static str,
    pub source: &'static str,
    pub source_supports: &'static str,
    pub facts: &'static str,
    /// In the order of [`Fact`]; `Other` is the last.
    pub fact_names: [&'static str; Fact::Other as usize + 1],

    pub organisations: &'static str,
    pub organisations_incomplete: &'static str,
    pub no_organisations: &'static str,
    pub organisation_clusters: Plural,
    pub membership_note: &'static str,
    pub co_members: &'static str,
    pub co_members_note: &'static str,
    pub shared_clusters: Plural,
    pub kind: &'static str,
    pub city: &'static str,
    pub similar: &'static str,
    pub shared_areas: &'static str,
    pub shared_organisations: Plural,
    pub same_region: &'static str,
    pub back_to_results: &'static str,
    pub to_catalogue: &'static str,
    pub in_results: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub share_page: &'static str,
    pub permalink: &'static str,
    pub share: &'static str,
    pub link_copied: &'static str,
    pub link_selected: &'static str,
    pub qr_code: &'static str,
    pub qr_code_file: &'static str,
    pub qr_code_alt: &'static str,
    pub cite: &'static str,
    pub download: &'static str,
    pub download_hint: &'static str,
    pub download_failed: &'static str,
    pub download_outdated: &'static str,
    pub all_data: &'static str,

    pub area_lead: Plural,
    pub area_kicker: &'static str,
    pub area_organisations: &'static str,
    pub organisation_kicker: &'static str,

    pub organisations_lead: &'static str,
    pub narrow_organisations: &'static str,
    pub organisations_shown: Plural,
    pub network_heading: &'static str,
    pub network_lead: &'static str,
    pub organisations_in_common: &'static str,

    pub save: &'static str,
    pub saved_one: &'static str,
    pub saved: &'static str,
    pub chosen_clusters: &'static str,
    pub saved_here: &'static str,
    pub remove_saved: &'static str,
    pub list_in_link: &'static str,
    pub save_all: &'static str,
    pub not_saved: &'static str,

    pub compare: &'static str,
    pub compare_heading: &'static str,
    pub compare_lead: &'static str,
    pub compare_with: &'static str,
    pub compare_results: Plural,
    pub clusters_in_common: &'static str,

    pub reason_keyword: &'static str,
    pub reason_synonym: &'static str,
    pub reason_organisation: &'static str,
    pub reason_other_language: &'static str,

    pub not_found: &'static str,
    pub not_found_advice: &'static str,
    pub not_found_nearest: &'static str,
    pub kind_cluster: &'static str,
    pub kind_area: &'static str,
    pub kind_organisation: &'static str,

    #[cfg(feature = "ssr")]
    pub without_program: &'static str,
    #[cfg(feature = "ssr")]
    pub compare_without_program: &'static str,
    pub records_skipped: Plural,

    pub facet_names: [&'static str; 10],
    pub level_names: [&'static str; 3],
    /// Ranges of numbers of members; the last is for unknown ones.
    pub member_ranges: [&'static str; 5],
    pub status_names: [&'static str; 3],
    pub sort_names: [&'static str; 7],
    pub view_names: [&'static str; 4],
    pub kind_names: [&'static str; 8],
    pub role_names: [&'static str; 5],
    pub role_headings: [&'static str; 5],
    pub months: [&'static str; 12],
}
