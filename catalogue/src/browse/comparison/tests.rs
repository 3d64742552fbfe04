//! Comparisons of records of the frozen catalogue.

use super::*;
use crate::browse::tests::REAL;
use crate::model::{Lang, Unit};
use proptest::prelude::*;

fn comparison(query: &str) -> Comparison {
    let Some(comparison) = REAL.comparison(&Query::parse(query)) else {
        panic!("{query} compares nothing")
    };
    comparison
}

fn section(comparison: &Comparison, topic: Topic) -> &[Row] {
    let section = comparison.sections.iter().find(|of| of.topic == topic);
    section.map_or(&[], |section| &section.rows)
}

fn row(comparison: &Comparison, topic: Topic, property: Property) -> &Row {
    let rows = section(comparison, topic).iter();
    let Some(row) = rows.into_iter().find(|row| row.property == property) else {
        panic!("{topic:?} has no {property:?}")
    };
    row
}

/// The organisations of a cluster that a page names.
fn organisations(cluster: u32) -> &'static [u32] {
    REAL.values(Facet::Organisation).of(cluster as usize)
}

/// Two clusters with organisations in common, and one with neither of their organisations.
fn tied_clusters() -> [u32; 3] {
    let all: Vec<u32> = (0..).take(REAL.catalogue.clusters.len()).collect();
    let network = REAL.network(Facet::Cluster, &all, 2);
    let [one, other] = network.ties[0].between;
    let is_apart = |&&third: &&u32| {
        let of_third = organisations(third);
        let mut of_both = organisations(one).iter().chain(organisations(other));
        !of_third.is_empty() && !of_both.any(|of| of_third.contains(of))
    };
    let third = all.iter().find(is_apart).copied();
    [one, other, third.unwrap_or(one)]
}

fn query_of(facet: Facet, numbers: &[u32]) -> String {
    let mut query = Query::default();
    for &number in numbers {
        query.choose(facet, REAL.values(facet).id(number));
    }
    query.write()
}

#[test]
fn clusters_show_what_their_records_state() {
    let clusters = tied_clusters();
    let comparison = comparison(&query_of(Facet::Cluster, &clusters));
    assert_eq!(comparison.columns.len(), 3);
    let ids = comparison
        .columns
        .iter()
        .map(|&column| REAL.values(Facet::Cluster).id(column));
    assert!(ids.is_sorted(), "columns stand in the order of the address");
    for row in section(&comparison, Topic::Facts) {
        assert_eq!(row.cells.len(), 3);
        for (&column, cell) in comparison.columns.iter().zip(&row.cells) {
            let cluster = &REAL.catalogue.clusters[column as usize];
            let expected = match row.property {
                Property::Facet(Facet::Level) => {
                    Cell::Values(Facet::Level, vec![cluster.level as u32])
                }
                Property::Founded => cluster
                    .founded
                    .map_or(Cell::Unknown, |year| Cell::Stated(vec![u32::from(year)])),
                Property::Status => Cell::Stated(vec![cluster.status as u32]),
                _ => continue,
            };
            assert_eq!(*cell, expected);
        }
    }
}

#[test]
fn organisations_are_shared_or_not_and_none_is_lost() {
    let comparison = comparison(&query_of(Facet::Cluster, &tied_clusters()));
    let topic = Topic::InCommon(Facet::Organisation);
    let apart = row(&comparison, topic, Property::Apart(Facet::Organisation));
    for (index, &column) in comparison.columns.iter().enumerate() {
        let mut shown = match &apart.cells[index] {
            Cell::Values(Facet::Organisation, values) => values.clone(),
            other => panic!("{other:?}"),
        };
        for row in section(&comparison, topic) {
            let Property::Value(Facet::Organisation, organisation) = row.property else {
                continue;
            };
            let Cell::Memberships(memberships) = &row.cells[index] else {
                panic!("memberships are expected");
            };
            for &membership in memberships {
                let membership = &REAL.catalogue.memberships[membership as usize];
                let cluster = &REAL.catalogue.clusters[column as usize];
                assert_eq!(membership.cluster, cluster.id);
            }
            if !memberships.is_empty() {
                shown.push(organisation);
            }
        }
        shown.sort_unstable();
        let mut expected = organisations(column).to_vec();
        expected.sort_unstable();
        assert_eq!(shown, expected);
        let total = row(&comparison, topic, Property::Total);
        assert_eq!(total.cells[index], Cell::Count(expected.len(), None));
    }
    let is_shared = |row: &&Row| matches!(row.property, Property::Value(..));
    assert!(
        section(&comparison, topic)
            .iter()
            .any(|row| is_shared(&row))
    );
}

#[test]
fn rows_agree_only_if_all_cells_are_known_and_the_same() {
    let comparison = comparison("cluster=afil&cluster=le2c&cluster=cluster-ict");
    let level = row(&comparison, Topic::Facts, Property::Facet(Facet::Level));
    let levels: Vec<_> = comparison
        .columns
        .iter()
        .map(|&of| REAL.catalogue.clusters[of as usize].level)
        .collect();
    let are_same = levels.windows(2).all(|pair| pair[0] == pair[1]);
    assert_eq!(level.agreement == Agreement::Same, are_same);
    for row in comparison.sections.iter().flat_map(|section| &section.rows) {
        if row.agreement == Agreement::Same {
            assert!(!row.cells.contains(&Cell::Unknown), "{row:?}");
        }
        if row.property == Property::Website {
            assert_eq!(row.agreement, Agreement::Unclear, "all websites differ");
        }
        if row
            .cells
            .iter()
            .any(|cell| matches!(cell, Cell::Memberships(_)))
        {
            assert_eq!(row.agreement, Agreement::Unclear, "roles and dates differ");
        }
    }
    // With a single record there is nothing to agree with.
    let alone = REAL.comparison(&Query::parse("cluster=afil"));
    let sections = alone.map(|alone| alone.sections).unwrap_or_default();
    let rows = sections.iter().flat_map(|section| &section.rows);
    assert!(
        rows.into_iter()
            .all(|row| row.agreement == Agreement::Unclear)
    );
}

#[test]
fn members_are_compared_only_where_all_members_are_counted() {
    let comparison = comparison("country=IT");
    let most = row(&comparison, Topic::Members, Property::Last);
    let Cell::Extreme(most, clusters) = &most.cells[0] else {
        panic!("some are counted");
    };
    let counts = REAL
        .catalogue
        .clusters
        .iter()
        .filter(|of| of.country.as_str() == "IT");
    let counts = counts.filter_map(|cluster| {
        let members = cluster.members.as_ref()?;
        members.count.filter(|_| members.unit == Unit::Members)
    });
    assert!(counts.max() <= Some(*most));
    for &cluster in clusters {
        let members = REAL.catalogue.clusters[cluster as usize].members.as_ref();
        assert_eq!(members.and_then(|members| members.count), Some(*most));
    }
}

#[test]
fn unknown_ids_and_surplus_records_are_reported() {
    let five = REAL.values(Facet::Region);
    let regions: Vec<u32> = (0..7).collect();
    let query = query_of(Facet::Region, &regions) + "&region=nowhere&country=IT";
    let comparison = comparison(&query);
    assert_eq!(comparison.facet, Facet::Region);
    assert_eq!(comparison.columns.len(), MAX_COMPARED);
    assert_eq!(comparison.left_out.len(), 2);
    assert_eq!(comparison.unknown, ["nowhere"]);
    assert!(comparison.is_mixed);
    let shown = comparison.columns.iter().chain(&comparison.left_out);
    let mut ids: Vec<&str> = shown.map(|&value| five.id(value)).collect();
    ids.sort_unstable();
    let mut expected: Vec<&str> = regions.iter().map(|&value| five.id(value)).collect();
    expected.sort_unstable();
    assert_eq!(ids, expected);

    let nothing = REAL.comparison(&Query::parse("cluster=nothing"));
    let Some(nothing) = nothing else {
        panic!("an unknown cluster is reported")
    };
    assert_eq!(nothing.unknown, ["nothing"]);
    assert!(nothing.columns.is_empty() && nothing.sections.is_empty() && !nothing.is_mixed);
    assert_eq!(
        REAL.comparison(&Query::parse("q=wind&level=national")),
        None
    );
}

fn records() -> impl Strategy<Value = (Facet, Vec<u32>)> {
    let facet = prop::sample::select(&Facet::COMPARED[..]);
    let records = prop::collection::vec(any::<prop::sample::Index>(), 1..=5);
    (facet, records).prop_map(|(facet, records)| {
        let count = REAL.values(facet).len();
        let numbers = records.iter().map(|of| u32::try_from(of.index(count)));
        (facet, numbers.map(Result::unwrap_or_default).collect())
    })
}

proptest! {
    #[test]
    fn every_number_leads_to_exactly_its_clusters((facet, numbers) in records()) {
        let comparison = comparison(&query_of(facet, &numbers));
        for section in &comparison.sections {
            prop_assert!(!section.rows.is_empty());
            for row in &section.rows {
                prop_assert_eq!(row.cells.len(), comparison.columns.len());
                for cell in &row.cells {
                    let (count, query) = match cell {
                        Cell::Count(count, query) | Cell::Coverage(count, _, query) => (*count, query),
                        Cell::Extreme(_, clusters) => (clusters.len(), &REAL.query_of(clusters)),
                        _ => continue,
                    };
                    if let Some(query) = query {
                        let written = query.write();
                        prop_assert_eq!(&Query::parse(&written), query);
                        prop_assert_eq!(REAL.listing(query, Lang::En).total, count, "{}", written);
                    } else {
                        let is_of_clusters = !matches!(
                            (section.topic, row.property),
                            (Topic::Organisations | Topic::InCommon(_), Property::Total)
                        );
                        prop_assert!(count == 0 || count > MAX_LISTED || !is_of_clusters, "{row:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn levels_and_statuses_add_up((facet, numbers) in records()) {
        prop_assume!(facet != Facet::Cluster);
        let comparison = comparison(&query_of(facet, &numbers));
        for (index, &column) in comparison.columns.iter().enumerate() {
            let all = REAL.values(facet).clusters(column).len();
            for by in [Facet::Level, Facet::Status] {
                let rows = section(&comparison, Topic::By(by));
                let counts = rows.iter().map(|row| match &row.cells[index] {
                    Cell::Count(count, _) => *count,
                    _ => 0,
                });
                prop_assert!(rows.is_empty() || counts.sum::<usize>() == all);
            }
        }
    }

    #[test]
    fn comparisons_do_not_depend_on_the_order_of_records((facet, numbers) in records()) {
        let backwards: Vec<u32> = numbers.iter().rev().copied().collect();
        prop_assert_eq!(
            comparison(&query_of(facet, &numbers)),
            comparison(&query_of(facet, &backwards))
        );
    }
}
