//! Ego networks: what surrounds one cluster or one organisation, in one and in two steps.

use std::cmp::Reverse;

use super::collection::Collection;
use crate::query::Facet;

/// The surroundings of a cluster: its organisations, and the other clusters that these belong to. Likewise those
/// of an organisation: its clusters, and the other organisations that belong to these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EgoNetwork {
    /// The kind of record at the centre, and two steps away: [`Facet::Cluster`] or
    /// [`Facet::Organisation`].
    pub facet: Facet,
    /// The number of the centre.
    pub centre: u32,
    /// One step away: those that lead to the most others first.
    pub near: Vec<Neighbour>,
    /// Two steps away: those with the most in common with the centre first.
    pub far: Vec<Neighbour>,
}

/// A cluster or an organisation in an ego network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// Its number.
    pub number: u32,
    /// The numbers of those in the other step that a membership connects it with.
    pub ties: Vec<u32>,
}

impl EgoNetwork {
    /// The part that is drawn: at most `wanted` neighbours in each step. Two steps away, those with the most in
    /// common with the centre; one step away, those that lead to the most of them, and at least one that leads to each.
    #[must_use]
    pub fn reduced(&self, wanted: usize) -> Self {
        let mut far: Vec<Neighbour> = self.far.iter().take(wanted).cloned().collect();
        let mut near = self.near.clone();
        for neighbour in &mut near {
            retain_ties(neighbour, &far);
        }
        near.sort_by_key(|neighbour| Reverse(neighbour.ties.len()));
        // Without any of the records that it has in common with the centre, a neighbour would seem unrelated to
        // it.
        let mut needed: Vec<u32> = Vec::new();
        for neighbour in &far {
            let mut leading = near.iter().filter(|of| of.ties.contains(&neighbour.number));
            if leading.clone().all(|of| !needed.contains(&of.number)) {
                needed.extend(leading.next().map(|of| of.number));
            }
        }
        let mut room = wanted.saturating_sub(needed.len());
        near.retain(|neighbour| {
            let is_needed = needed.contains(&neighbour.number);
            let is_kept = is_needed || room > 0;
            room -= usize::from(is_kept && !is_needed);
            is_kept
        });
        for neighbour in &mut far {
            retain_ties(neighbour, &near);
        }
        Self { near, far, ..*self }
    }
}

/// Keeps the ties to those in `kept`.
fn retain_ties(neighbour: &mut Neighbour, kept: &[Neighbour]) {
    neighbour
        .ties
        .retain(|tie| kept.iter().any(|other| other.number == *tie));
}

impl Collection {
    /// The ego network of the cluster or organisation with this id; `None` if there is none.
    pub fn ego_network(&self, facet: Facet, id: &str) -> Option<EgoNetwork> {
        let other = match facet {
            Facet::Cluster => Facet::Organisation,
            Facet::Organisation => Facet::Cluster,
            _ => return None,
        };
        let centre = self.values(facet).number(id)?;
        let mut near = Vec::new();
        let mut far: Vec<Neighbour> = Vec::new();
        // Where in `far` each one is.
        let mut places = vec![None; self.values(facet).len()];
        for &number in self.members(facet, centre) {
            let mut ties = self.members(other, number).to_vec();
            ties.retain(|tie| *tie != centre);
            for &tie in &ties {
                let place = *places[tie as usize].get_or_insert(far.len());
                if place == far.len() {
                    far.push(Neighbour {
                        number: tie,
                        ties: Vec::new(),
                    });
                }
                far[place].ties.push(number);
            }
            near.push(Neighbour { number, ties });
        }
        for step in [&mut near, &mut far] {
            step.sort_by_key(|neighbour| (Reverse(neighbour.ties.len()), neighbour.number));
        }
        Some(EgoNetwork {
            facet,
            centre,
            near,
            far,
        })
    }

    /// The organisations of a cluster, or the clusters of an organisation.
    fn members(&self, facet: Facet, number: u32) -> &[u32] {
        let values = self.values(Facet::Organisation);
        if facet == Facet::Cluster {
            values.of(number as usize)
        } else {
            values.clusters(number)
        }
    }
}

#[cfg(test)]
mod tests;
