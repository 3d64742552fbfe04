//! The texts of the network. Apart from [`Strings`](super::Strings), because only pages of the second wasm file
//! show them, which then has them, too.

use super::{Plural, format_number};
use catalogue::model::Lang;
use catalogue::query::Facet;

/// The texts of the network in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "the texts themselves say what they are")]
pub struct NetworkTexts {
    pub all_values: &'static str,
    pub no_ties: &'static str,
    pub in_common: &'static str,
    /// On the pages of clusters and organisations: a link to their network.
    pub show_network: &'static str,
    pub drawing_hint: &'static str,
    pub not_around: &'static str,
    clusters: KindTexts,
    organisations: KindTexts,
}

/// The texts of the network of clusters, or of organisations.
#[derive(Debug)]
#[expect(missing_docs, reason = "the texts themselves say what they are")]
pub struct KindTexts {
    pub tied_pairs: Plural,
    pub strongest_ties: &'static str,
    /// The number of pairs in the matrix, of all pairs, and of rows.
    pub pairs_shown: &'static str,
    pub matrix_note: &'static str,
    pub ego_lead: &'static str,
    pub own_page: &'static str,
    pub near: &'static str,
    pub near_part: &'static str,
    pub no_near: &'static str,
    pub far: &'static str,
    pub far_part: &'static str,
    pub no_far: &'static str,
    pub far_number: &'static str,
}

impl NetworkTexts {
    /// The texts of a language.
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &EN,
            Lang::It => &IT,
        }
    }

    /// The texts of the network of clusters ([`Facet::Cluster`]), or of organisations.
    pub const fn kind(&self, facet: Facet) -> &KindTexts {
        match facet {
            Facet::Cluster => &self.clusters,
            _ => &self.organisations,
        }
    }
}

/// A text with numbers in place of `{}`, in their order.
pub fn with_numbers(text: &str, numbers: &[usize]) -> String {
    let mut filled = text.to_owned();
    for &number in numbers {
        filled = filled.replacen("{}", &format_number(number), 1);
    }
    filled
}

const EN: NetworkTexts = NetworkTexts {
    all_values: "Any",
    no_ties: "No two of these clusters are known to have an organisation in common.",
    in_common: "In common",
    show_network: "Show its network",
    drawing_hint: "Select a name to put it at the centre.",
    not_around: "A network is drawn around one cluster or organisation, without filters. Not applied:",
    clusters: KindTexts {
        tied_pairs: Plural {
            one: "{} pair of clusters has organisations in common.",
            other: "{} pairs of clusters have organisations in common.",
        },
        strongest_ties: "Strongest links between clusters",
        pairs_shown: "Shown here: {} of {} pairs, those of the {} clusters with the most in common.",
        matrix_note: "Each number is the number of organisations that two clusters have in common; select it to see their names. Select the name of a cluster to see its network.",
        ego_lead: "The organisations of this cluster, and the other clusters that they belong to. Only memberships named on public pages count.",
        own_page: "Page of this cluster",
        near: "Its organisations",
        near_part: "{} of {}: those that lead to the most of these clusters",
        no_near: "No source found that names the organisations of this cluster.",
        far: "Other clusters that they belong to",
        far_part: "{} of {}: those with the most in common",
        no_far: "None of its organisations is known to belong to another cluster.",
        far_number: "The number is that of the organisations in common. The tables below list all of them.",
    },
    organisations: KindTexts {
        tied_pairs: Plural {
            one: "{} pair of organisations has two or more clusters in common.",
            other: "{} pairs of organisations have two or more clusters in common.",
        },
        strongest_ties: "Strongest links between organisations",
        pairs_shown: "Shown here: {} of {} pairs, those of the {} organisations with the most in common.",
        matrix_note: "Each number is the number of clusters that two organisations have in common; select it to see these clusters. Select the name of an organisation to see its network.",
        ego_lead: "The clusters that this organisation belongs to, and the other organisations in them. Only memberships named on public pages count.",
        own_page: "Page of this organisation",
        near: "Its clusters",
        near_part: "{} of {}: those that lead to the most of these organisations",
        no_near: "No source found that names a cluster of this organisation.",
        far: "Other organisations in them",
        far_part: "{} of {}: those with the most in common",
        no_far: "No other organisation is known to belong to its clusters.",
        far_number: "The number is that of the clusters in common. The tables below list all of them.",
    },
};

const IT: NetworkTexts = NetworkTexts {
    all_values: "Qualsiasi",
    no_ties: "Non risulta che due di questi cluster abbiano un'organizzazione in comune.",
    in_common: "In comune",
    show_network: "Mostra la sua rete",
    drawing_hint: "Seleziona un nome per metterlo al centro.",
    not_around: "La rete si disegna intorno a un solo cluster o a una sola organizzazione, senza filtri. Non applicati:",
    clusters: KindTexts {
        tied_pairs: Plural {
            one: "{} coppia di cluster ha organizzazioni in comune.",
            other: "{} coppie di cluster hanno organizzazioni in comune.",
        },
        strongest_ties: "I legami più forti tra cluster",
        pairs_shown: "Qui sono mostrate {} coppie su {}: quelle dei {} cluster con più organizzazioni in comune.",
        matrix_note: "Ogni numero indica quante organizzazioni hanno in comune due cluster: selezionalo per vederne i nomi. Seleziona il nome di un cluster per vedere la sua rete.",
        ego_lead: "Le organizzazioni di questo cluster e gli altri cluster di cui fanno parte. Contano solo le adesioni citate in pagine pubbliche.",
        own_page: "Pagina di questo cluster",
        near: "Le sue organizzazioni",
        near_part: "{} su {}: quelle che portano a più di questi cluster",
        no_near: "Non è stata trovata una fonte che citi le organizzazioni di questo cluster.",
        far: "Altri cluster di cui fanno parte",
        far_part: "{} su {}: quelli con più organizzazioni in comune",
        no_far: "Non risulta che le sue organizzazioni facciano parte di altri cluster.",
        far_number: "Il numero indica le organizzazioni in comune. Le tabelle qui sotto le elencano tutte.",
    },
    organisations: KindTexts {
        tied_pairs: Plural {
            one: "{} coppia di organizzazioni ha due o più cluster in comune.",
            other: "{} coppie di organizzazioni hanno due o più cluster in comune.",
        },
        strongest_ties: "I legami più forti tra organizzazioni",
        pairs_shown: "Qui sono mostrate {} coppie su {}: quelle delle {} organizzazioni con più cluster in comune.",
        matrix_note: "Ogni numero indica quanti cluster hanno in comune due organizzazioni: selezionalo per vederli. Seleziona il nome di un'organizzazione per vedere la sua rete.",
        ego_lead: "I cluster di cui fa parte questa organizzazione e le altre organizzazioni che ne fanno parte. Contano solo le adesioni citate in pagine pubbliche.",
        own_page: "Pagina di questa organizzazione",
        near: "I suoi cluster",
        near_part: "{} su {}: quelli che portano a più di queste organizzazioni",
        no_near: "Non è stata trovata una fonte che citi un cluster di questa organizzazione.",
        far: "Altre organizzazioni che ne fanno parte",
        far_part: "{} su {}: quelle con più cluster in comune",
        no_far: "Non risulta che altre organizzazioni facciano parte dei suoi cluster.",
        far_number: "Il numero indica i cluster in comune. Le tabelle qui sotto li elencano tutti.",
    },
};
