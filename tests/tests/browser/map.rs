//! The map of a listing: what it shows at first, how it is moved, and what is gathered, shaded and
//! chosen.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tests::{BuiltSite, Setup, Visitor, fixture, visit};
use thirtyfour::Key;

/// The view box of the map, as text.
const WRITTEN: &str = "document.querySelector('#map-canvas').getAttribute('viewBox')";

/// The view box of the map: left, top, width and height.
const VIEW: &str =
    "document.querySelector('#map-canvas').getAttribute('viewBox').split(' ').map(Number)";

/// The number of clusters that the marks of the cities represent.
const IN_CITIES: &str =
    "[...document.querySelectorAll('.map-marks .map-mark')].reduce((sum, mark) =>
    sum + Number(mark.ariaLabel.match(/: (\\d+) cluster/)[1]), 0)";

/// The pairs of marks that overlap.
const OVERLAPS: &str = "(() => {
    const marks = [...document.querySelectorAll('.map-marks .halo')].map((halo) => {
        const {x, y} = halo.getBoundingClientRect();
        return {x, y, radius: halo.getAttribute('stroke-width') / 2};
    });
    return marks.flatMap((one, index) => marks.slice(index + 1)
        .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius)).length;
})()";

const MARKS: &str = "document.querySelectorAll('.map-marks .map-mark').length";

/// The left and top edge and the width of the view.
async fn view(visitor: &Visitor) -> Result<[f64; 3]> {
    let [left, top, width, _]: [i32; 4] = visitor.read(VIEW).await?;
    Ok([left, top, width].map(f64::from))
}

async fn wait_for_width(visitor: &Visitor, condition: &str) -> Result<()> {
    visitor
        .wait_for(&format!("(({VIEW})[2] {condition})"))
        .await
}

/// Opens the map of a listing.
async fn open(visitor: &Visitor, path: &str) -> Result<()> {
    visitor.open(path).await?;
    visitor
        .wait_for("document.querySelector('#map-canvas .land')?.getBBox().width > 20000")
        .await
}

async fn focus_map(visitor: &Visitor) -> Result<()> {
    let script = "document.querySelector('#map-canvas').focus()";
    visitor.execute(script, Vec::new()).await?;
    Ok(())
}

/// Zooms in by button until cities are marked.
async fn zoom_to_cities(visitor: &Visitor) -> Result<()> {
    for _ in 0..8 {
        if visitor.read::<u32>(MARKS).await? > 0 {
            return Ok(());
        }
        visitor.click_on(".map-tools button:first-child").await?;
        visitor.wait_until_answered().await?;
    }
    anyhow::bail!("no cities are marked from nearby")
}

#[tokio::test]
async fn a_map_is_loaded_when_it_is_viewed_and_its_table_leads_to_clusters() -> Result<()> {
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            visitor.open("en/").await?;
            let drawings = "performance.getEntriesByType('resource').filter((r) => r.name.includes('/map-')).length";
            assert_eq!(visitor.read::<u32>(drawings).await?, 0, "until it is viewed");
            visitor.click_on(".view-switch a[href$='view=map']").await?;
            visitor.wait_for_address("en/?view=map").await?;
            visitor.wait_for("document.querySelector('.map .land').getBBox().width > 20000").await?;
            let with_city = fixture::clusters_where(|cluster| cluster["city"].is_string())?.len();
            let rows = "[...document.querySelectorAll('.map-table td:last-child')].reduce((sum, cell) => sum + Number(cell.innerText), 0)";
            assert_eq!(visitor.read::<usize>(rows).await?, with_city);
            visitor.click_on(".map-table a[href*='city=milano']").await?;
            visitor.wait_for_address("en/?city=milano").await?;
            visitor.wait_until("document.activeElement.id", &json!("results-heading")).await?;
            // The app followed the link without a page load.
            visitor.wait_for_text(".chips", "City: Milan").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_map_opens_on_what_the_listing_shows() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let mut widths = Vec::new();
        for query in ["", "&country=IT", "&region=lombardia"] {
            open(visitor, &format!("en/?view=map{query}")).await?;
            let is_shown = "[...document.querySelectorAll('.map-count, .map-marks .point')].every((mark) => {
                const [inside, frame] = [mark, mark.closest('svg')].map((element) => element.getBoundingClientRect());
                return inside.left >= frame.left && inside.right <= frame.right
                    && inside.top >= frame.top && inside.bottom <= frame.bottom;
            })";
            visitor.wait_for(is_shown).await?;
            widths.push(view(visitor).await?[2]);
        }
        ensure!(widths.is_sorted_by(|more, less| *more > less * 2.0), "{widths:?}");
        // Italy is some 1,200 km long.
        ensure!((12_000.0..16_000.0).contains(&widths[1]), "{widths:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_filter_moves_the_map_to_its_results() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        open(visitor, "en/?view=map").await?;
        let [.., europe] = view(visitor).await?;
        visitor
            .click_on("input[name=region][value=lombardia]")
            .await?;
        visitor.wait_for_chips(1).await?;
        wait_for_width(visitor, &format!("< {europe} / 4")).await
    })
    .await
}

#[tokio::test]
async fn a_map_is_zoomed_and_moved_by_buttons_and_keys() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        open(visitor, "en/?view=map&country=IT").await?;
        let whole: String = visitor.read(WRITTEN).await?;
        let [left, top, width] = view(visitor).await?;
        visitor.click_on(".map-tools button:nth-child(1)").await?;
        wait_for_width(visitor, &format!("< {width}")).await?;
        visitor.click_on(".map-tools button:nth-child(2)").await?;
        wait_for_width(visitor, &format!("> {width} - 20")).await?;
        visitor.click_on(".map-tools button:nth-child(4)").await?;
        visitor
            .wait_for(&format!("({VIEW})[0] < {left} - {width} / 5"))
            .await?;
        visitor.click_on(".map-tools button:nth-child(3)").await?;
        visitor.wait_until(WRITTEN, &json!(whole)).await?;

        focus_map(visitor).await?;
        let scrolled = visitor.scroll().await?;
        visitor.press("+").await?;
        wait_for_width(visitor, &format!("< {width}")).await?;
        visitor.press("-").await?;
        wait_for_width(visitor, &format!("> {width} - 20")).await?;
        visitor.press(Key::Right).await?;
        visitor
            .wait_for(&format!("({VIEW})[0] > {left} + {width} / 5"))
            .await?;
        visitor.press(Key::Down).await?;
        visitor
            .wait_for(&format!("({VIEW})[1] > {top} + {width} / 5"))
            .await?;
        assert_eq!(
            visitor.scroll().await?,
            scrolled,
            "the arrows move the map alone"
        );
        visitor.press("0").await?;
        visitor.wait_until(WRITTEN, &json!(whole)).await?;
        let focus = visitor.focus().await?;
        ensure!(focus.id == "map-canvas" && focus.is_visible, "{focus:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_wheel_zooms_with_ctrl_and_scrolls_without() -> Result<()> {
    /// Turns the wheel in the upper left of the map; returns whether the page was kept from
    /// scrolling.
    const TURN: &str = "const map = document.querySelector('#map-canvas');
        const {left, top, width, height} = map.getBoundingClientRect();
        return !map.dispatchEvent(new WheelEvent('wheel', {
            bubbles: true, cancelable: true, deltaY: -100, ctrlKey: arguments[0],
            clientX: left + width / 4, clientY: top + height / 4,
        }))";
    visit(Setup::default(), async |visitor| {
        open(visitor, "en/?view=map&country=IT").await?;
        let whole: String = visitor.read(WRITTEN).await?;
        let [left, top, width] = view(visitor).await?;
        let turn = async |ctrl: bool| -> Result<bool> {
            let outcome = visitor.execute(TURN, vec![Value::from(ctrl)]).await?;
            Ok(outcome.convert()?)
        };
        ensure!(!turn(false).await?, "the page scrolls");
        assert_eq!(visitor.read::<String>(WRITTEN).await?, whole);
        ensure!(turn(true).await?, "the browser does not zoom the page");
        let [nearer_left, nearer_top, nearer] = view(visitor).await?;
        ensure!(nearer < width);
        // The point under the pointer stays there.
        let quarter = |from: f64, width: f64| from + width / 4.0;
        ensure!((quarter(left, width) - quarter(nearer_left, nearer)).abs() < 5.0);
        ensure!((quarter(top, width) - quarter(nearer_top, nearer)).abs() < 5.0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_map_is_dragged_by_the_mouse_and_by_two_fingers() -> Result<()> {
    const PINCH: &str = "const map = document.querySelector('#map-canvas');
        const {left, top, width, height} = map.getBoundingClientRect();
        const touch = (identifier, across) => new Touch({
            identifier, target: map, clientX: left + width * across, clientY: top + height / 2,
        });
        const move = (...places) => map.dispatchEvent(new TouchEvent('touchmove', {
            bubbles: true, cancelable: true, touches: places.map((across, finger) => touch(finger, across)),
        }));
        const kept = [move(.5), move(.4, .6), move(.3, .7)];
        map.dispatchEvent(new TouchEvent('touchend', {bubbles: true, touches: []}));
        return kept";
    visit(Setup::default(), async |visitor| {
        open(visitor, "en/?view=map&country=IT").await?;
        visitor.scroll_to("#map-canvas").await?;
        let [left, top, width] = view(visitor).await?;
        let place = "(({x, y, width, height}) => [x + width / 2, y + height / 2].map(Math.round))
            (document.querySelector('#map-canvas').getBoundingClientRect())";
        let (x, y): (i64, i64) = visitor.read(place).await?;
        let chain = visitor.action_chain().move_to(x, y).click_and_hold();
        chain.move_to(x + 60, y + 30).release().perform().await?;
        let [dragged_left, dragged_top, dragged] = view(visitor).await?;
        ensure!(
            dragged_left < left && dragged_top < top,
            "{dragged_left} {dragged_top}"
        );
        assert!((dragged - width).abs() < 1.0);
        // What lay under the mouse was dragged, not chosen.
        assert_eq!(
            visitor
                .read::<u32>("document.querySelectorAll('#map-choice').length")
                .await?,
            0
        );

        let outcome = visitor.execute(PINCH, Vec::new()).await?;
        let kept: [bool; 3] = outcome.convert()?;
        assert_eq!(kept, [true, false, false], "one finger scrolls the page");
        let [.., pinched] = view(visitor).await?;
        // Positions of fingers are whole pixels.
        ensure!((pinched / dragged - 0.5).abs() < 0.02, "{pinched}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn areas_are_shaded_from_afar_and_a_legend_explains_the_classes() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        open(visitor, "en/?view=map").await?;
        let in_lombardy = fixture::clusters_where(|cluster| fixture::has(cluster, "regions", "lombardia"))?.len();
        let name: String = visitor.read("document.querySelector('#map-lombardia').ariaLabel").await?;
        assert_eq!(name, format!("Lombardy: {in_lombardy} clusters"));
        assert_eq!(visitor.read::<u32>(MARKS).await?, 0);
        // The shade of each area is that of the class that contains its number.
        let wrong = "(() => {
            const classes = [...document.querySelectorAll('.map-shades li')].map((item) => {
                const [first, last = first] = item.innerText.trim().split('–').map(Number);
                return [item.firstElementChild.dataset.shade, first, last];
            });
            return [...document.querySelectorAll('.map-mark:has(.map-area)')].filter((area) => {
                const count = Number(area.ariaLabel.match(/: (\\d+) cluster/)[1]);
                const [shade] = classes.find(([, first, last]) => first <= count && count <= last);
                return shade !== area.querySelector('.map-area').dataset.shade;
            }).length;
        })()";
        assert_eq!(visitor.read::<u32>(wrong).await?, 0);
        let shades = "new Set([...document.querySelectorAll('.map-shade')].map((shade) => getComputedStyle(shade).backgroundColor)).size
            === document.querySelectorAll('.map-shade').length";
        assert!(visitor.read::<bool>(shades).await?, "each class looks different");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn cities_that_overlap_share_a_mark_and_separate_nearby() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        open(visitor, "en/?view=map&country=IT").await?;
        zoom_to_cities(visitor).await?;
        let in_italy = fixture::clusters_where(|cluster| cluster["country"] == "IT" && cluster["city"].is_string())?.len();
        visitor.wait_until(IN_CITIES, &json!(in_italy)).await?;
        let first: u32 = visitor.read(MARKS).await?;
        let cities: u32 = visitor.read("document.querySelectorAll('.map-table tbody tr').length").await?;
        ensure!(first < cities, "some cities share a mark");
        assert_eq!(visitor.read::<u32>(OVERLAPS).await?, 0);
        // A gathered mark zooms in to its cities; from the keyboard, the map keeps the focus.
        let gathered = "[...document.querySelectorAll('.map-marks .map-mark')].find((mark) => mark.ariaLabel.endsWith('Zoom in'))";
        let [.., width] = view(visitor).await?;
        visitor.execute(&format!("({gathered}).focus()"), Vec::new()).await?;
        visitor.press(Key::Enter).await?;
        wait_for_width(visitor, &format!("< {width}")).await?;
        visitor.wait_for(&format!("{MARKS} > {first}")).await?;
        visitor.wait_for("document.activeElement.closest('#map-canvas') !== null").await?;
        visitor.wait_until(IN_CITIES, &json!(in_italy)).await?;
        assert_eq!(visitor.read::<u32>(OVERLAPS).await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_chosen_on_the_map_is_listed_beside_it() -> Result<()> {
    const LISTED: &str = "[...document.querySelectorAll('.map-chosen li a')].map((link) => link.pathname.split('/').at(-2)).sort()";
    visit(Setup::default(), async |visitor| {
        open(visitor, "it/?view=map&country=IT").await?;
        visitor.tab_to("Lombardy on the map", |focus| focus.id == "map-lombardia").await?;
        visitor.press(" ").await?;
        visitor.wait_until("document.activeElement.id", &json!("map-choice")).await?;
        let in_lombardy = fixture::clusters_where(|cluster| fixture::has(cluster, "regions", "lombardia"))?;
        visitor.wait_until(LISTED, &json!(in_lombardy)).await?;
        let pressed = "[...document.querySelectorAll('.map-mark[aria-pressed=true]')].map((mark) => mark.id)";
        visitor.wait_until(pressed, &json!(["map-lombardia"])).await?;
        visitor.click_on(".map-chosen button").await?;
        visitor.wait_until("document.activeElement.id", &json!("map-lombardia")).await?;
        visitor.wait_until(LISTED, &json!([])).await?;

        zoom_to_cities(visitor).await?;
        let bologna = "[...document.querySelectorAll('.map-marks .map-mark')].find((mark) => mark.ariaLabel.startsWith('Bologna:')).id";
        let bologna: String = visitor.read(bologna).await?;
        visitor.tab_to("Bologna on the map", |focus| focus.id == bologna).await?;
        visitor.wait_for("(({left, right}, frame) => left >= frame.left && right <= frame.right)
            (document.activeElement.querySelector('.point').getBoundingClientRect(), document.querySelector('#map-canvas').getBoundingClientRect())").await?;
        visitor.press(Key::Enter).await?;
        let in_bologna = fixture::clusters_where(|cluster| cluster["city"] == "bologna")?;
        visitor.wait_until(LISTED, &json!(in_bologna)).await?;
        visitor.click_on(".map-chosen p a").await?;
        visitor.wait_for_address("it/?country=IT&city=bologna").await?;
        visitor.wait_for_total(&format!("{} cluster", in_bologna.len())).await
    })
    .await
}
