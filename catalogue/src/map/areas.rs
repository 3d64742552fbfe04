//! The areas of `public/map.svg`. Written by `tools/map/outlines.mjs`.

use super::geometry::{Area, Bounds, Point};

/// The lengths of an em up to which groups of names are shown, in units; parts of their ids.
pub const NAME_SCALES: [i32; 9] = [1600, 1100, 800, 550, 400, 280, 200, 140, 100];

/// The regions of Italy by their ids in the catalogue, and the other countries by their codes.
pub(super) const AREAS: [Area; 78] = [
    Area {
        id: "AD",
        bounds: Bounds {
            west: -7026,
            north: 10031,
            east: -6755,
            south: 10223,
        },
        centre: Point { x: -6930, y: 10127 },
    },
    Area {
        id: "AL",
        bounds: Bounds {
            west: 7654,
            north: 9893,
            east: 9321,
            south: 13127,
        },
        centre: Point { x: 8566, y: 12055 },
    },
    Area {
        id: "AT",
        bounds: Bounds {
            west: -361,
            north: 3206,
            east: 5312,
            south: 6142,
        },
        centre: Point { x: 3470, y: 4789 },
    },
    Area {
        id: "BA",
        bounds: Bounds {
            west: 4516,
            north: 7211,
            east: 7684,
            south: 10097,
        },
        centre: Point { x: 6275, y: 8338 },
    },
    Area {
        id: "BE",
        bounds: Bounds {
            west: -5213,
            north: 440,
            east: -2573,
            south: 2684,
        },
        centre: Point { x: -3705, y: 1246 },
    },
    Area {
        id: "BG",
        bounds: Bounds {
            west: 9884,
            north: 7145,
            east: 14857,
            south: 10915,
        },
        centre: Point { x: 12329, y: 9236 },
    },
    Area {
        id: "BY",
        bounds: Bounds {
            west: 8769,
            north: -6056,
            east: 14799,
            south: -341,
        },
        centre: Point { x: 12051, y: -3087 },
    },
    Area {
        id: "CH",
        bounds: Bounds {
            west: -3117,
            north: 4665,
            east: 356,
            south: 6862,
        },
        centre: Point { x: -1847, y: 5729 },
    },
    Area {
        id: "CY",
        bounds: Bounds {
            west: 20181,
            north: 14505,
            east: 22010,
            south: 16167,
        },
        centre: Point { x: 21019, y: 15574 },
    },
    Area {
        id: "CZ",
        bounds: Bounds {
            west: 1479,
            north: 983,
            east: 6361,
            south: 3734,
        },
        centre: Point { x: 3048, y: 2337 },
    },
    Area {
        id: "DE",
        bounds: Bounds {
            west: -2887,
            north: -3237,
            east: 3493,
            south: 5255,
        },
        centre: Point { x: -21, y: 377 },
    },
    Area {
        id: "DK",
        bounds: Bounds {
            west: -1199,
            north: -6394,
            east: 1631,
            south: -2874,
        },
        centre: Point { x: -499, y: -4574 },
    },
    Area {
        id: "DZ",
        bounds: Bounds {
            west: -15655,
            north: 16454,
            east: -470,
            south: 25855,
        },
        centre: Point { x: -5501, y: 19777 },
    },
    Area {
        id: "EE",
        bounds: Bounds {
            west: 6879,
            north: -9603,
            east: 10412,
            south: -7172,
        },
        centre: Point { x: 9116, y: -8551 },
    },
    Area {
        id: "ES",
        bounds: Bounds {
            west: -15561,
            north: 7435,
            east: -5505,
            south: 16290,
        },
        centre: Point {
            x: -11722,
            y: 12935,
        },
    },
    Area {
        id: "FI",
        bounds: Bounds {
            west: 4253,
            north: -20903,
            east: 10770,
            south: -9336,
        },
        centre: Point { x: 8250, y: -12629 },
    },
    Area {
        id: "FO",
        bounds: Bounds {
            west: -8982,
            north: -12536,
            east: -8424,
            south: -11484,
        },
        centre: Point {
            x: -8790,
            y: -12398,
        },
    },
    Area {
        id: "FR",
        bounds: Bounds {
            west: -10835,
            north: 747,
            east: -1315,
            south: 10434,
        },
        centre: Point { x: -5703, y: 4986 },
    },
    Area {
        id: "GB",
        bounds: Bounds {
            west: -11601,
            north: -8279,
            east: -5556,
            south: 1144,
        },
        centre: Point { x: -7489, y: -656 },
    },
    Area {
        id: "GE",
        bounds: Bounds {
            west: 23556,
            north: 3669,
            east: 27972,
            south: 6180,
        },
        centre: Point { x: 26008, y: 4944 },
    },
    Area {
        id: "GG",
        bounds: Bounds {
            west: -9112,
            north: 1992,
            east: -8989,
            south: 2082,
        },
        centre: Point { x: -9041, y: 2047 },
    },
    Area {
        id: "GR",
        bounds: Bounds {
            west: 8578,
            north: 9934,
            east: 14849,
            south: 17615,
        },
        centre: Point { x: 9948, y: 12858 },
    },
    Area {
        id: "HR",
        bounds: Bounds {
            west: 2736,
            north: 5857,
            east: 7361,
            south: 9749,
        },
        centre: Point { x: 5047, y: 6708 },
    },
    Area {
        id: "HU",
        bounds: Bounds {
            west: 4632,
            north: 3171,
            east: 9542,
            south: 6595,
        },
        centre: Point { x: 7494, y: 4910 },
    },
    Area {
        id: "IE",
        bounds: Bounds {
            west: -13781,
            north: -5088,
            east: -10430,
            south: -1182,
        },
        centre: Point {
            x: -11582,
            y: -2679,
        },
    },
    Area {
        id: "IL",
        bounds: Bounds {
            west: 23030,
            north: 16564,
            east: 24159,
            south: 21005,
        },
        centre: Point { x: 23665, y: 19457 },
    },
    Area {
        id: "IM",
        bounds: Bounds {
            west: -9575,
            north: -3606,
            east: -9218,
            south: -3281,
        },
        centre: Point { x: -9376, y: -3432 },
    },
    Area {
        id: "IS",
        bounds: Bounds {
            west: -15440,
            north: -19495,
            east: -10707,
            south: -15533,
        },
        centre: Point {
            x: -13304,
            y: -16926,
        },
    },
    Area {
        id: "JE",
        bounds: Bounds {
            west: -8847,
            north: 2320,
            east: -8700,
            south: 2430,
        },
        centre: Point { x: -8775, y: 2368 },
    },
    Area {
        id: "JO",
        bounds: Bounds {
            west: 23794,
            north: 15633,
            east: 27231,
            south: 21132,
        },
        centre: Point { x: 25137, y: 19231 },
    },
    Area {
        id: "LB",
        bounds: Bounds {
            west: 23252,
            north: 15055,
            east: 24221,
            south: 17120,
        },
        centre: Point { x: 23767, y: 15630 },
    },
    Area {
        id: "LI",
        bounds: Bounds {
            west: -397,
            north: 5265,
            east: -292,
            south: 5495,
        },
        centre: Point { x: -344, y: 5423 },
    },
    Area {
        id: "LT",
        bounds: Bounds {
            west: 6832,
            north: -5886,
            east: 10507,
            south: -2954,
        },
        centre: Point { x: 8985, y: -4557 },
    },
    Area {
        id: "LU",
        bounds: Bounds {
            west: -3069,
            north: 1979,
            east: -2512,
            south: 2764,
        },
        centre: Point { x: -2756, y: 2501 },
    },
    Area {
        id: "LV",
        bounds: Bounds {
            west: 6704,
            north: -7712,
            east: 11111,
            south: -5056,
        },
        centre: Point { x: 9775, y: -6467 },
    },
    Area {
        id: "MA",
        bounds: Bounds {
            west: -19959,
            north: 16418,
            east: -10471,
            south: 23335,
        },
        centre: Point {
            x: -14906,
            y: 20282,
        },
    },
    Area {
        id: "MC",
        bounds: Bounds {
            west: -2122,
            north: 9114,
            east: -2063,
            south: 9165,
        },
        centre: Point { x: -2094, y: 9142 },
    },
    Area {
        id: "MD",
        bounds: Bounds {
            west: 12189,
            north: 2370,
            east: 15209,
            south: 5532,
        },
        centre: Point { x: 13605, y: 3219 },
    },
    Area {
        id: "ME",
        bounds: Bounds {
            west: 6871,
            north: 8950,
            east: 8433,
            south: 10785,
        },
        centre: Point { x: 7481, y: 9707 },
    },
    Area {
        id: "MK",
        bounds: Bounds {
            west: 8696,
            north: 9874,
            east: 10772,
            south: 11708,
        },
        centre: Point { x: 9441, y: 10963 },
    },
    Area {
        id: "MT",
        bounds: Bounds {
            west: 3795,
            north: 17547,
            east: 4154,
            south: 17831,
        },
        centre: Point { x: 4039, y: 17738 },
    },
    Area {
        id: "NL",
        bounds: Bounds {
            west: -4524,
            north: -1673,
            east: -1866,
            south: 1313,
        },
        centre: Point { x: -2967, y: -572 },
    },
    Area {
        id: "NO",
        bounds: Bounds {
            west: -2757,
            north: -22006,
            east: 8065,
            south: -6712,
        },
        centre: Point { x: -73, y: -10064 },
    },
    Area {
        id: "PL",
        bounds: Bounds {
            west: 2752,
            north: -3463,
            east: 9899,
            south: 2643,
        },
        centre: Point { x: 6497, y: -625 },
    },
    Area {
        id: "PS",
        bounds: Bounds {
            west: 22956,
            north: 17663,
            east: 24060,
            south: 19372,
        },
        centre: Point { x: 23658, y: 18065 },
    },
    Area {
        id: "PT",
        bounds: Bounds {
            west: -16819,
            north: 9114,
            east: -13420,
            south: 14782,
        },
        centre: Point {
            x: -14881,
            y: 10840,
        },
    },
    Area {
        id: "RO",
        bounds: Bounds {
            west: 7878,
            north: 2744,
            east: 15287,
            south: 8177,
        },
        centre: Point { x: 11550, y: 5736 },
    },
    Area {
        id: "RS",
        bounds: Bounds {
            west: 6846,
            north: 5968,
            east: 10497,
            south: 10099,
        },
        centre: Point { x: 8586, y: 8164 },
    },
    Area {
        id: "RU",
        bounds: Bounds {
            west: 7362,
            north: -27483,
            east: 32688,
            south: 4741,
        },
        centre: Point {
            x: 19209,
            y: -10690,
        },
    },
    Area {
        id: "SE",
        bounds: Bounds {
            west: 642,
            north: -19204,
            east: 6444,
            south: -3770,
        },
        centre: Point { x: 3634, y: -14399 },
    },
    Area {
        id: "SI",
        bounds: Bounds {
            west: 2588,
            north: 5507,
            east: 4985,
            south: 7229,
        },
        centre: Point { x: 3261, y: 6556 },
    },
    Area {
        id: "SK",
        bounds: Bounds {
            west: 5053,
            north: 2212,
            east: 9087,
            south: 4407,
        },
        centre: Point { x: 6596, y: 3207 },
    },
    Area {
        id: "SM",
        bounds: Bounds {
            west: 1915,
            north: 8875,
            east: 1999,
            south: 8975,
        },
        centre: Point { x: 1961, y: 8927 },
    },
    Area {
        id: "SY",
        bounds: Bounds {
            west: 22993,
            north: 10277,
            east: 28006,
            south: 17470,
        },
        centre: Point { x: 25362, y: 13978 },
    },
    Area {
        id: "TN",
        bounds: Bounds {
            west: -2355,
            north: 16251,
            east: 1462,
            south: 24061,
        },
        centre: Point { x: -357, y: 18488 },
    },
    Area {
        id: "TR",
        bounds: Bounds {
            west: 13738,
            north: 5665,
            east: 28580,
            south: 15322,
        },
        centre: Point { x: 20283, y: 10814 },
    },
    Area {
        id: "UA",
        bounds: Bounds {
            west: 8897,
            north: -3027,
            east: 21538,
            south: 5691,
        },
        centre: Point { x: 15946, y: 549 },
    },
    Area {
        id: "XK",
        bounds: Bounds {
            west: 8200,
            north: 9077,
            east: 9588,
            south: 10630,
        },
        centre: Point { x: 8899, y: 9831 },
    },
    Area {
        id: "abruzzo",
        bounds: Bounds {
            west: 2493,
            north: 10023,
            east: 3943,
            south: 11365,
        },
        centre: Point { x: 3206, y: 10820 },
    },
    Area {
        id: "basilicata",
        bounds: Bounds {
            west: 4515,
            north: 11870,
            east: 5834,
            south: 13216,
        },
        centre: Point { x: 5278, y: 12633 },
    },
    Area {
        id: "calabria",
        bounds: Bounds {
            west: 4921,
            north: 12936,
            east: 6254,
            south: 15419,
        },
        centre: Point { x: 5650, y: 13915 },
    },
    Area {
        id: "campania",
        bounds: Bounds {
            west: 3143,
            north: 11541,
            east: 4934,
            south: 13160,
        },
        centre: Point { x: 4028, y: 12022 },
    },
    Area {
        id: "emilia-romagna",
        bounds: Bounds {
            west: -633,
            north: 7630,
            east: 2208,
            south: 9146,
        },
        centre: Point { x: 788, y: 8293 },
    },
    Area {
        id: "friuli-venezia-giulia",
        bounds: Bounds {
            west: 1797,
            north: 5918,
            east: 3030,
            south: 7058,
        },
        centre: Point { x: 2260, y: 6381 },
    },
    Area {
        id: "lazio",
        bounds: Bounds {
            west: 1197,
            north: 10144,
            east: 3350,
            south: 11913,
        },
        centre: Point { x: 2164, y: 11111 },
    },
    Area {
        id: "liguria",
        bounds: Bounds {
            west: -2027,
            north: 8125,
            east: 45,
            south: 9091,
        },
        centre: Point { x: -1695, y: 8880 },
    },
    Area {
        id: "lombardia",
        bounds: Bounds {
            west: -1176,
            north: 5973,
            east: 1120,
            south: 8128,
        },
        centre: Point { x: -166, y: 6983 },
    },
    Area {
        id: "marche",
        bounds: Bounds {
            west: 1771,
            north: 8879,
            east: 3189,
            south: 10283,
        },
        centre: Point { x: 2692, y: 9713 },
    },
    Area {
        id: "molise",
        bounds: Bounds {
            west: 3288,
            north: 10894,
            east: 4295,
            south: 11685,
        },
        centre: Point { x: 3832, y: 11438 },
    },
    Area {
        id: "piemonte",
        bounds: Bounds {
            west: -2670,
            north: 6155,
            east: -628,
            south: 8759,
        },
        centre: Point { x: -1745, y: 7782 },
    },
    Area {
        id: "puglia",
        bounds: Bounds {
            west: 4116,
            north: 10967,
            east: 7265,
            south: 13147,
        },
        centre: Point { x: 4593, y: 11444 },
    },
    Area {
        id: "sardegna",
        bounds: Bounds {
            west: -1580,
            north: 11919,
            east: -147,
            south: 14548,
        },
        centre: Point { x: -796, y: 12792 },
    },
    Area {
        id: "sicilia",
        bounds: Bounds {
            west: 2148,
            north: 15019,
            east: 4964,
            south: 16857,
        },
        centre: Point { x: 3957, y: 15909 },
    },
    Area {
        id: "toscana",
        bounds: Bounds {
            west: -247,
            north: 8352,
            east: 1899,
            south: 10692,
        },
        centre: Point { x: 1027, y: 9492 },
    },
    Area {
        id: "trentino-alto-adige",
        bounds: Bounds {
            west: 282,
            north: 5439,
            east: 1886,
            south: 7017,
        },
        centre: Point { x: 923, y: 6277 },
    },
    Area {
        id: "umbria",
        bounds: Bounds {
            west: 1545,
            north: 9280,
            east: 2664,
            south: 10661,
        },
        centre: Point { x: 2000, y: 10014 },
    },
    Area {
        id: "valle-d-aosta",
        bounds: Bounds {
            west: -2497,
            north: 6655,
            east: -1619,
            south: 7216,
        },
        centre: Point { x: -1901, y: 6900 },
    },
    Area {
        id: "veneto",
        bounds: Bounds {
            west: 499,
            north: 5886,
            east: 2409,
            south: 7978,
        },
        centre: Point { x: 1245, y: 7289 },
    },
];
