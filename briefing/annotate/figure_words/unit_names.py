"""Names and signs of units: data for `units`."""

from __future__ import annotations

from briefing.text.words import word_set, word_table

SYMBOLS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "#": "GBP",
    "¥": "JPY",
    "₴": "UAH",
    "₽": "RUB",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
}
DOLLARS = {
    "C": "CAD",
    "CA": "CAD",
    "A": "AUD",
    "AU": "AUD",
    "NZ": "NZD",
    "HK": "HKD",
    "S": "SGD",
    "NT": "TWD",
    "R": "BRL",
}
CODES = "USD|EUR|GBP|JPY|UAH|RUB|CNY|CHF|CAD|AUD|INR|PLN|SEK|NOK|DKK|TRY|KRW"

MONEY = word_table("""
    USD: dollar dollars dlr dlrs US_dollar US_dollars U.S._dollar U.S._dollars usd
    EUR: euro euros eur
    GBP: pound pounds stg sterling quid gbp
    JPY: yen
    CNY: yuan renminbi
    CHF: Swiss_franc Swiss_francs
    FRF: franc francs
    DEM: mark marks
    UAH: hryvnia hryvnias hryvnyas uah
    RUB: ruble rubles rouble roubles
    PLN: zloty zlotys
    INR: rupee rupees
    LYD: Libyan_dinar Libyan_dinars
    IQD: Iraqi_dinar Iraqi_dinars
    SYP: Syrian_pound Syrian_pounds
    EGP: Egyptian_pound Egyptian_pounds
    MXN: Mexican_peso Mexican_pesos peso pesos
    SAR: riyal riyals
    TRY: lira liras
    SEK: Swedish_krona Swedish_kronor
    NOK: Norwegian_krone Norwegian_kroner
    CAD: Canadian_dollar Canadian_dollars
    AUD: Australian_dollar Australian_dollars
""")
CENTS = word_set("cent cents ct cts")
PENCE = word_set("pence p")
MEASURE = word_table("""
    km: km kms kilometer kilometers kilometre kilometres
    mi: mi mile miles
    m: m meter meters metre metres
    ft: ft foot feet
    in: inch inches
    cm: cm centimeter centimeters centimetre centimetres
    mm: mm millimeter millimeters millimetre millimetres
    yd: yard yards
    nmi: nautical_mile nautical_miles
    ha: ha hectare hectares
    acre: acre acres
    km2: km² km2 sq_km square_km square_kilometer square_kilometers square_kilometre
    km2: square_kilometres
    mi2: sq_mi square_mile square_miles
    m2: m² m2 sq_m square_meter square_meters square_metre square_metres
    ft2: sq_ft square_foot square_feet
    t: t tonne tonnes metric_ton metric_tons
    ton: ton tons
    kg: kg kilo kilos kilogram kilograms kilogramme kilogrammes
    g: gram grams
    lb: lb lbs
    L: liter liters litre litres
    gal: gallon gallons
    barrel: barrel barrels bbl
    ft3: cubic_foot cubic_feet
    m3: cubic_meter cubic_meters cubic_metre cubic_metres
    kW: kw kilowatt kilowatts
    MW: mw megawatt megawatts
    GW: gw gigawatt gigawatts
    kWh: kwh kilowatt-hour kilowatt-hours
    MWh: mwh megawatt-hour megawatt-hours
    GB: gb gigabyte gigabytes
    MB: mb megabyte megabytes
    TB: tb terabyte terabytes
    mi/hour: mph miles_per_hour miles_an_hour
    km/hour: km/h kph kmh kilometers_per_hour kilometres_per_hour kilometers_an_hour
    km/hour: kilometres_an_hour
    barrel/day: bpd b/d
    °C: °c degrees_celsius degrees_centigrade
    °F: °f degrees_fahrenheit
    degree: degree degrees
    point: point points
    magnitude: magnitude
""")
PERCENT = word_table("""
    %: % percent per_cent pct
    pp: percentage_point percentage_points pct_point pct_points pp
    bp: basis_point basis_points
""")
DURATION = word_table("""
    second: second seconds sec secs
    minute: minute minutes min mins
    hour: hour hours hr hrs
    day: day days
    week: week weeks
    month: month months
    year: year years yr yrs
    decade: decade decades
    century: century centuries
""")
KINDS = {
    **{word.lower(): (unit, "money") for word, unit in MONEY.items()},
    **{word.lower(): (unit, "measure") for word, unit in MEASURE.items()},
    **{word: (unit, "percent") for word, unit in PERCENT.items()},
    **{word: (unit, "duration") for word, unit in DURATION.items()},
}
