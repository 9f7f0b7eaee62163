"""Side views of the cars, drawn for this site: nose to the right, in centimetres, in boxes of one height on the ground.

Sizes are about those of the car, or of its class where nobody has been shown it: then the drawing is of the class too,
not of how it would have looked. Curves are few, since a page carries each car twice.
"""

import re
from dataclasses import dataclass

from scripts.drawing import theme

TALL = 184
"""Height of the boxes."""
_ROUND = 4 / 3
"""How far a half circle's curve reaches out, in radii."""


@dataclass(frozen=True)
class Silhouette:
    """A car. `wheel` is the radius of its wheels, `sill` how high its floor is.

    `upper` runs from the sill before the front wheel over the roof to the sill behind the rear one; `cut` is its
    windows and lamp, `belt` the lines that stand for them in an outline.
    """

    length: int
    wheel: float
    axles: tuple[int, int]
    sill: int
    upper: str
    cut: str
    belt: str = ""

    @property
    def height(self) -> int:
        return TALL - min(int(y) for y in re.findall(r",(\d+)", self.upper))

    @property
    def body(self) -> str:
        """The path to fill, even-odd: windows and lamp are left out. Wheels and their wells are drawn over it."""
        return f"{self.upper}Z{self.cut}"

    @property
    def outline(self) -> str:
        """The path to trace, wheels included."""
        reach = (self.wheel**2 - (self.wheel - self.sill) ** 2) ** 0.5
        nose, tail = self.upper[1:].partition(",")[0], re.split("[ CL]", self.upper)[-1].partition(",")[0]
        rear, front = self.axles
        sills = ((float(tail), rear - reach), (rear + reach, front - reach), (front + reach, float(nose)))
        floor = "".join(f"M{start:.1f},{TALL - self.sill}L{end:.1f},{TALL - self.sill}" for start, end in sills)
        rings = ((axle, self.wheel * part) for axle in self.axles for part in (1, 0.5))
        wheels = "".join(_circle(axle, TALL - self.wheel, radius) for axle, radius in rings)
        return f"{self.upper}{floor}{self.belt}{wheels}"


def _circle(x: float, y: float, radius: float) -> str:
    """A circle as two curves, true to a fiftieth of its radius."""
    left, right, out = x - radius, x + radius, radius * _ROUND
    over = f"C{left:.1f},{y - out:.1f} {right:.1f},{y - out:.1f} {right:.1f},{y:.1f}"
    under = f"C{right:.1f},{y + out:.1f} {left:.1f},{y + out:.1f} {left:.1f},{y:.1f}"
    return f"M{left:.1f},{y:.1f}{over}{under}"


CARS = {
    "hatchback": Silhouette(
        399,
        34,
        (67, 320),
        21,
        upper="M391,163C393,160 396,157 397,154C400,146 398,126 395,118C393,113 390,109 388,104C374,100 361,95 347,92"
        "C331,88 314,87 297,84C280,70 261,51 241,41C197,18 87,35 37,41L35,45L20,84C16,86 11,88 8,91"
        "C-3,105 -3,138 4,153C6,157 10,160 13,163",
        cut="M280,82C267,70 247,47 231,41C224,39 216,39 209,38L180,37L180,82L280,82ZM172,82L172,37C141,38 111,40 81,43"
        "C75,55 73,61 71,74L89,82L172,82ZM393,112C384,107 376,105 366,102C370,116 375,113 387,117L393,112Z",
    ),
    "crossover": Silhouette(
        462,
        38.5,
        (101, 372),
        28,
        upper="M453,156C455,151 459,147 460,142C463,132 462,115 456,105C453,101 449,98 446,95C430,91 414,85 398,82"
        "C378,78 358,76 338,73C317,60 296,47 272,38C216,17 153,31 98,49C76,55 53,64 30,66C21,67 13,65 4,65L4,70"
        "C6,73 8,76 8,80C7,84 3,88 2,92C-3,107 -1,130 6,144C8,148 12,152 15,156",
        cut="M316,71C278,43 268,41 222,35L215,35L215,68L316,71ZM207,68L207,35C192,36 177,37 162,39C133,44 104,53 76,61"
        "L96,65L207,68ZM456,100L412,89C424,106 434,102 453,106L456,100Z",
    ),
    "coupe": Silhouette(
        420,
        33,
        (89, 332),
        15,
        upper="M410,169C418,162 422,158 419,146C411,117 368,112 344,109C326,106 308,104 290,101C260,85 230,65 196,60"
        "C157,56 121,74 85,84C69,90 34,93 21,100C1,109 -2,133 3,152C5,158 8,163 11,169",
        cut="M271,98C231,73 216,64 168,68C165,77 162,86 161,96L271,98ZM153,95C154,86 156,78 159,69L98,87L153,95Z"
        "M407,130C398,125 390,122 380,119C385,135 388,131 403,136L407,130Z",
    ),
    "spider": Silhouette(
        420,
        33,
        (89, 332),
        15,
        upper="M410,169C418,162 422,158 419,146C411,117 368,112 344,109C327,106 309,104 292,101L236,66L231,70"
        "C242,79 252,88 262,99L182,99C178,92 175,79 167,76C154,72 153,82 143,85C134,89 124,89 114,90"
        "C92,92 40,91 21,100C1,109 -2,133 3,152C5,158 8,163 11,169",
        cut="M407,130C398,125 390,122 380,119C385,135 388,131 403,136L407,130Z",
    ),
    "two-plus-two": Silhouette(
        455,
        34.5,
        (89, 365),
        16,
        upper="M445,168C447,165 450,163 452,160C458,151 454,137 445,131C439,127 432,125 425,122"
        "C412,116 400,110 386,107C360,101 333,100 307,98C284,86 261,71 236,62C191,45 142,53 97,67C86,70 75,75 63,78"
        "C47,82 31,82 15,84L9,87C10,91 11,94 11,98C10,103 6,107 4,112C-2,124 -1,142 4,154C6,159 9,163 12,168",
        cut="M290,95C255,73 238,66 197,59L191,59L191,93L290,95ZM183,92L183,59C172,59 160,59 149,60C123,64 97,73 71,80"
        "L99,90L183,92ZM445,135C433,128 420,122 407,117C418,136 424,133 443,142L445,135Z",
    ),
    "suv": Silhouette(
        478,
        40,
        (92, 384),
        32,
        upper="M468,152C471,147 474,142 476,136C479,126 478,101 473,92C470,87 465,84 461,81C423,74 386,68 348,64"
        "C326,51 305,36 281,27C269,23 256,21 243,20C170,13 108,37 38,50L37,54C33,59 29,64 24,67C20,70 14,72 10,76"
        "C-1,88 -3,119 2,134C4,141 9,146 13,152",
        cut="M325,61C288,34 283,32 238,26L230,26L230,59L325,61ZM222,59L222,26C209,26 196,25 183,26"
        "C170,28 157,30 144,32L141,58L222,59ZM133,58L136,34L73,50L90,56L133,58ZM471,87L424,78C434,100 448,92 469,95"
        "L471,87Z",
        belt="M325,61L90,56M230,59L230,26",
    ),
    "suv-large": Silhouette(
        498,
        43,
        (96, 402),
        36,
        upper="M488,148C491,142 494,136 496,130C499,119 499,86 493,76C490,72 486,68 482,65C443,59 405,55 366,51"
        "C348,37 330,22 308,14C282,5 252,4 225,4C161,3 109,9 46,16L45,21L20,54C16,57 11,60 8,64C-1,77 -2,116 3,130"
        "C5,137 10,142 14,148",
        cut="M346,48C331,36 316,22 297,17C288,14 279,14 270,12L248,11L248,47L346,48ZM240,47L240,11"
        "C209,10 179,11 148,12L145,46L240,47ZM137,46L140,12L62,20C55,27 50,33 46,42L62,46L137,46ZM491,72L446,64"
        "C454,86 468,78 489,81L491,72Z",
        belt="M346,48L62,46M248,47L248,11",
    ),
}


def draw_car(sheet, silhouette, x, ground, *, scale, color, hover, dotted=False):
    """A car in px from the top left corner: its tail at `x`, its wheels on the `ground`, `scale` px a centimetre.

    Full, windows, lamps and wheel wells left out, or as `dotted` lines. `hover` is said where its rear wheel is.
    """
    long, wheel = silhouette.length, silhouette.wheel * scale
    ends = {"x": (x, x + long * scale), "y": (ground, ground - TALL * scale), "box": (long, TALL), "under": True}
    centres = {"x": [x + axle * scale for axle in silhouette.axles], "y": [ground - wheel] * 2}

    def circles(symbol, size, role, width=0):
        paint = theme.color(role)
        rim = {"width": round(width, 1), "color": paint}
        marker = {"symbol": symbol, "size": round(size, 1), "color": paint, "opacity": 1, "line": rim}
        sheet.trace(type="scatter", **centres, mode="markers", cliponaxis=False, marker=marker, hover=[hover, ""])

    if dotted:
        sheet.path(silhouette.outline, color=color, filled=False, dash="2px,2.5px", width=2, **ends)
        circles("circle", 0.1, "paper")  # unseen: what a pointer finds
    else:
        sheet.path(silhouette.body, color=color, **ends)
        circles("circle", (2 * silhouette.wheel + 9) * scale, "paper")
        circles("circle-open", 1.45 * wheel, color, 0.55 * wheel)
