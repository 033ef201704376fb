"""Names and things of the English demo; all of them are made up."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import Names, Outlet, Vocabulary
from teamops.models.people import Region

NAMES: Final = Names(
    region=Region.CN,
    zone="Asia/Shanghai",
    branch="Harbour Branch",
    branch_en="",
    team="Team 1",
    team_en="",
    place="Meeting room, second floor",
    groups=tuple((f"Group {n}", "") for n in range(1, 31)),
    outlets=(
        Outlet("Harbour Road", "", "Ms Tang, hall desk"),
        Outlet("North Gate", "", "Mr Ho, duty manager"),
        Outlet("Lakeside", "", "Ms Quill, hall desk"),
        Outlet("Museum Square", "", "Mr Pang, counter 3"),
        Outlet("Old Mill Lane", "", "Ms Yates, hall desk"),
        Outlet("Station East", "", "Mr Lowe, duty manager"),
        Outlet("Garden Terrace", "", "Ms Fenn, counter 1"),
        Outlet("Science Park", "", "Mr Ruan, hall desk"),
        Outlet("Fisherman's Wharf", "", "Ms Bao, duty manager"),
        Outlet("University Avenue", "", "Mr Cole, hall desk"),
        Outlet("Silver Street", "", "Ms Dunn, counter 2"),
        Outlet("West Bridge", "", "Mr Tao, hall desk"),
        Outlet("Orchard Hill", "", "Ms Mei, duty manager"),
        Outlet("Riverside Mall", "", "Mr Shaw, service desk"),
        Outlet("Cotton Exchange", "", "Ms Lane, hall desk"),
        Outlet("Airport Road", "", "Mr Duan, duty manager"),
        Outlet("Bell Tower", "", "Ms Orr, counter 4"),
        Outlet("South Quay", "", "Mr Gao, hall desk"),
    ),
    surnames=tuple(
        (name, name)
        for name in (
            "Hsu", "Lee", "Wong", "Chan", "Lau", "Chiu", "Barker", "Ellis", "Fong", "Grant", "Hale", "Ingram",
            "Kwok",
            "Lam", "Marsh", "Ng", "Owens", "Poon", "Reid", "Sung", "Tse", "Underhill", "Vance", "Wells",
            "Yip", "Zheng",
            "Ashford", "Brook", "Cheung", "Doyle", "Everett", "Fung", "Giles", "Hobbs", "Jarvis", "Kent",
            "Leung",
            "Mak", "North", "Pryce", "Quan", "Rowe", "Sherwood", "Tam", "Varley", "Whitby", "Yeung", "Atwood",
        )
    ),
    given=tuple(
        (name, name)
        for name in (
            "Grace", "Kelvin", "Emily", "Oliver", "Helen", "Marcus", "Joyce", "Daniel", "Sophie", "Adrian",
            "Fiona",
            "Victor", "Clara", "Jason", "Irene", "Simon", "Vivian", "Patrick", "Nora", "Edmund", "Cecilia",
            "Howard",
            "Amber", "Leon", "Bridget", "Winston", "Elaine", "Terence", "Hazel", "Raymond", "Stella",
            "Gordon", "Phoebe",
            "Calvin", "Audrey", "Felix", "Miranda", "Douglas", "Esther", "Jasper", "Rowena", "Alvin",
            "Beatrice",
            "Desmond", "Lydia", "Conrad", "Yvonne", "Tobias", "Serena", "Maurice", "Ingrid", "Nathan",
        )
    ),
    full="{given} {surname}",
    latin="",
    phone="100 0000 {n:04d}",
)  # fmt: skip

VOCABULARY: Final = Vocabulary(
    sectors=(
        "banks", "insurers", "brokers", "home appliances", "liquor makers", "chip designers",
        "battery makers",
        "solar firms", "hospitals and drug makers", "logistics firms", "ports", "power utilities",
        "software houses",
        "car parts makers", "retailers", "builders",
    ),
    products=(
        "the two-year bond fund", "the money market fund", "the index fund plan", "the dividend fund",
        "the convertible bond fund", "the 90-day note", "the retirement plan", "the gold savings plan",
        "the balanced fund", "the treasury repo service", "the margin account", "the new share service",
        "the monthly savings plan", "the short bond fund", "the health sector fund",
    ),
    clients=(
        "a retired teacher", "a shop owner", "a dentist", "a young couple", "a taxi driver",
        "a restaurant owner",
        "a nurse on night shift", "a software engineer", "a widow with two flats", "a student's mother",
        "a freight agent", "a hotel manager", "a furniture maker", "a retired pilot", "a pharmacist",
        "a market trader", "a music teacher", "a civil engineer",
    ),
    firms=(
        "Golden Bridge Ltd", "Harbour Logistics", "Golden Harvest Trading", "Blue Lantern Foods",
        "Northlight Printing",
        "Seven Hills Textiles", "Orchid Dental Group", "Redwood Furniture", "Evergreen Kindergartens",
        "Swift Crane Works",
        "Pearl Delta Plastics", "Silver Pine Hotels", "Lucky Star Motors", "Bamboo Grove Tea",
        "Granite Peak Builders",
        "Whitecap Seafood", "Sunrise Bakeries", "Jade Fountain Optics", "Copper Kettle Catering",
        "Long River Pumps",
        "Morning Dew Nurseries", "Iron Gate Security", "Paper Boat Toys", "Clearwater Labs",
    ),
    stops=(
        "Museum Square", "the ferry pier", "the north tunnel", "line 2", "the flyover", "Silver Street",
        "the ring road",
        "the airport bus", "the East station", "West Bridge", "the school crossing", "line 5", "the old tram",
        "the harbour tunnel",
    ),
    up="up {pct} %",
    down="down {pct} %",
    level="little changed, {pct} % from the day before",
)  # fmt: skip
