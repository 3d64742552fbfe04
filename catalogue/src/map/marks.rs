//! Marks of places: those that would overlap are gathered in one.

use super::geometry::Point;

/// One place, or several that are too close to each other for marks of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The position: the centre of its clusters.
    pub at: Point,
    /// The number of clusters.
    pub count: u32,
    /// The places, by their index.
    pub places: Vec<usize>,
}

/// The diameter of a mark that is large enough for a finger, in pixels (WCAG 2.5.8).
pub const TARGET: u32 = 24;

/// The diameter of the largest mark, which holds a number of four digits.
const LARGEST: u32 = 44;

/// The distance between marks, in pixels.
const GAP: f64 = 3.0;

/// The height of a name beside a mark, and the width of a letter, in pixels.
const NAME_HEIGHT: f64 = 16.0;
const LETTER: f64 = 7.5;

/// The diameter of the mark of some clusters, in pixels. Its area grows with their number, up to a limit.
pub fn diameter(count: u32) -> u32 {
    count.saturating_mul(196).isqrt().min(LARGEST)
}

/// The room that a mark needs, in pixels.
fn room(count: u32) -> f64 {
    f64::from(diameter(count).max(TARGET))
}

/// The marks of some places with their numbers of clusters, where a pixel has the length `pixel`. No two marks
/// overlap, and every place is in one.
pub fn gather(places: &[(Point, u32)], pixel: f64) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (place, &(at, count)) in places.iter().enumerate() {
        let mut mark = Mark {
            at,
            count,
            places: vec![place],
        };
        // A mark that grows and moves may overlap the next one.
        while let Some(index) = marks.iter().position(|other| overlap(other, &mark, pixel)) {
            mark = marks.swap_remove(index).with(mark);
        }
        marks.push(mark);
    }
    marks
}

fn overlap(one: &Mark, other: &Mark, pixel: f64) -> bool {
    let (across, down) = (
        f64::from(one.at.x - other.at.x),
        f64::from(one.at.y - other.at.y),
    );
    let least = (f64::midpoint(room(one.count), room(other.count)) + GAP) * pixel;
    across * across + down * down < least * least
}

impl Mark {
    fn with(mut self, other: Self) -> Self {
        let count = self.count + other.count;
        let centre = |one: i32, another: i32| {
            let sum = i64::from(one) * i64::from(self.count)
                + i64::from(another) * i64::from(other.count);
            i32::try_from(sum / i64::from(count.max(1))).unwrap_or(one)
        };
        self.at = Point {
            x: centre(self.at.x, other.at.x),
            y: centre(self.at.y, other.at.y),
        };
        self.count = count;
        self.places.extend(other.places);
        self
    }
}

/// The side of a mark on which its name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// To the left.
    Left,
    /// To the right.
    Right,
}

/// Where the names of marks fit beside them without covering other marks or names. `letters` are the lengths of
/// the names, `None` for marks without one. A pixel has the length `pixel`.
pub fn label_sides(marks: &[Mark], letters: &[Option<usize>], pixel: f64) -> Vec<Option<Side>> {
    // Left, right, top and bottom in pixels.
    let square = |mark: &Mark| {
        let (x, y) = (f64::from(mark.at.x) / pixel, f64::from(mark.at.y) / pixel);
        let half = room(mark.count) / 2.0;
        [x - half, x + half, y - half, y + half]
    };
    let mut taken: Vec<[f64; 4]> = marks.iter().map(square).collect();
    let mut sides = Vec::new();
    for (mark, letters) in marks.iter().zip(letters) {
        let [left, right, top, bottom] = square(mark);
        let middle = f64::midpoint(top, bottom);
        let length = letters.map(|letters| LETTER * f64::from(u32::try_from(letters).unwrap_or(0)));
        let side = length.and_then(|length| {
            [
                (Side::Right, right, right + length),
                (Side::Left, left - length, left),
            ]
            .into_iter()
            .find_map(|(side, from, to)| {
                let name = [
                    from,
                    to,
                    middle - NAME_HEIGHT / 2.0,
                    middle + NAME_HEIGHT / 2.0,
                ];
                let is_free = taken.iter().all(|other| !cross(&name, other));
                is_free.then_some((side, name))
            })
        });
        sides.push(side.map(|(side, _)| side));
        taken.extend(side.map(|(_, name)| name));
    }
    sides
}

/// Whether two rectangles share more than an edge.
fn cross(one: &[f64; 4], other: &[f64; 4]) -> bool {
    one[0] < other[1] && other[0] < one[1] && one[2] < other[3] && other[2] < one[3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places() -> impl Strategy<Value = Vec<(Point, u32)>> {
        let place = ((-9000..9000, -9000..9000), 1_u32..40);
        let place = place.prop_map(|((x, y), count)| (Point { x, y }, count));
        prop::collection::vec(place, 0..60)
    }

    #[test]
    fn marks_are_gathered_where_they_overlap() {
        let places = [(0, 3), (100, 1), (1000, 2)];
        let places = places.map(|(x, count)| (Point { x, y: 0 }, count));
        let positions = |pixel| {
            let marks = gather(&places, pixel).into_iter();
            let mut marks: Vec<_> = marks.map(|mark| (mark.at.x, mark.count)).collect();
            marks.sort_unstable();
            marks
        };
        assert_eq!(positions(1.0), [(0, 3), (100, 1), (1000, 2)]);
        // A gathered mark lies nearer to the place with more clusters.
        assert_eq!(positions(10.0), [(25, 4), (1000, 2)]);
        assert_eq!(positions(100.0), [(350, 6)]);
    }

    #[test]
    fn names_stand_where_there_is_room() {
        let mark = |x| Mark {
            at: Point { x, y: 0 },
            count: 1,
            places: Vec::new(),
        };
        let marks = [mark(0), mark(40), mark(300)];
        let sides = label_sides(&marks, &[Some(6), Some(6), None], 1.0);
        assert_eq!(sides, [Some(Side::Left), Some(Side::Right), None]);
        // The first name is longer than the room on either side.
        let marks = [mark(0), mark(40), mark(-40)];
        let sides = label_sides(&marks, &[Some(6), None, None], 1.0);
        assert_eq!(sides[0], None);
    }

    proptest! {
        #[test]
        fn every_cluster_is_in_one_mark(places in places(), pixel in 0.1..500.0) {
            let marks = gather(&places, pixel);
            let mut gathered: Vec<usize> = marks.iter().flat_map(|mark| mark.places.clone()).collect();
            gathered.sort_unstable();
            prop_assert_eq!(gathered, (0..places.len()).collect::<Vec<_>>());
            for mark in &marks {
                let counts = mark.places.iter().map(|&place| places[place].1);
                prop_assert_eq!(mark.count, counts.sum::<u32>());
            }
        }

        #[test]
        fn marks_never_overlap(places in places(), pixel in 0.1..500.0) {
            let marks = gather(&places, pixel);
            for (index, mark) in marks.iter().enumerate() {
                for other in &marks[index + 1..] {
                    prop_assert!(!overlap(mark, other, pixel), "{mark:?} {other:?}");
                }
            }
        }

        #[test]
        fn marks_lie_among_their_places(places in places(), pixel in 0.1..500.0) {
            for mark in gather(&places, pixel) {
                let xs = mark.places.iter().map(|&place| places[place].0.x);
                let (min, max) = (xs.clone().min(), xs.max());
                // Rounding towards zero, once per place.
                let slack = i32::try_from(mark.places.len()).unwrap_or(0);
                prop_assert!(min.is_some_and(|min| mark.at.x >= min - slack));
                prop_assert!(max.is_some_and(|max| mark.at.x <= max + slack));
            }
        }
    }
}
