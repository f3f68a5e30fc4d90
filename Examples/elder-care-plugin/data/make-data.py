#!/usr/bin/env python3
"""Writes the made-up data of this example, the same bytes each time: units.csv, figures.csv and demonstrations.csv.

Names and codes of the 16 cities are real (GB/T 2260). Every figure is drawn from the ranges below by the linear
congruential generator of Draws; organisations do not exist, but their codes have right check characters (GB 32100).
"""
import csv
import os

FOLDER = os.path.dirname(os.path.abspath(__file__))
YEARS = [2018, 2019, 2020]
# Code, names, and about how many residents of 60 and over, in ten thousands.
CITIES = [
    ("340100", "合肥市", "Hefei City", 150), ("340200", "芜湖市", "Wuhu City", 74),
    ("340300", "蚌埠市", "Bengbu City", 62), ("340400", "淮南市", "Huainan City", 58),
    ("340500", "马鞍山市", "Ma'anshan City", 45), ("340600", "淮北市", "Huaibei City", 36),
    ("340700", "铜陵市", "Tongling City", 28), ("340800", "安庆市", "Anqing City", 90),
    ("341000", "黄山市", "Huangshan City", 29), ("341100", "滁州市", "Chuzhou City", 80),
    ("341200", "阜阳市", "Fuyang City", 140), ("341300", "宿州市", "Suzhou City", 92),
    ("341500", "六安市", "Lu'an City", 88), ("341600", "亳州市", "Bozhou City", 84),
    ("341700", "池州市", "Chizhou City", 27), ("341800", "宣城市", "Xuancheng City", 53),
]


class Draws:
    """x' = (1103515245 x + 12345) mod 2^31, read from its upper 15 bits."""

    def __init__(self, seed):
        self.state = seed

    def whole(self, low, high):
        self.state = (1103515245 * self.state + 12345) % 2**31
        return low + (self.state >> 16) * (high - low + 1) // 2**15


def part(whole, thousandths):
    return whole * thousandths // 1000


def figures():
    draws = Draws(2018)
    for code, _, _, size in CITIES:
        # What a city is like; each year moves it a little.
        reach, speed, care = draws.whole(300, 650), draws.whole(11, 30), draws.whole(700, 900)
        alone_rate, bed_rate, monitored_rate = draws.whole(60, 100), draws.whole(250, 400), draws.whole(10, 60)
        call_rate, medical_rate, daily_rate = draws.whole(20, 50), draws.whole(8, 20), draws.whole(200, 400)
        users = [draws.whole(low, high) for low, high in [(50, 200), (40, 150), (20, 120), (30, 140)]]
        wearables = draws.whole(40, 220)
        orders, homes = size * draws.whole(2000, 6000), 60 + size + draws.whole(0, 40)
        smart = draws.whole(0, 4)
        for step, year in enumerate(YEARS):
            elders = size * (100 + 2 * step)  # in hundreds, so that the table has two decimals of ten thousands
            alone = elders * 100 * alone_rate // 1000
            beds = elders * (bed_rate + 5 * step) // 100
            calls = part(alone, call_rate + draws.whole(0, 4))
            medical, daily = elders * (medical_rate + step) // 10, elders * (daily_rate + draws.whole(0, 30)) // 10
            orders = orders * draws.whole(95, 150) // 100
            smart += step * draws.whole(0, 4)
            row = {
                "unit": code, "year": year,
                "residents_60_and_over": f"{elders // 100}.{elders % 100:02}",
                "elders_living_alone": alone,
                "elders_alone_with_emergency_call": part(alone, min(950, reach + 80 * step + draws.whole(0, 60))),
                "elder_care_beds": beds,
                "monitored_elder_care_beds": part(beds, monitored_rate * (step + 1) + draws.whole(0, 10)),
                "elder_emergency_calls": calls,
                "elder_emergency_minutes": calls * (speed - 2 * step) + draws.whole(0, calls),
                "elder_emergency_in_time": part(calls, min(995, care + 30 * step + draws.whole(0, 50))),
                "elder_medical_requests": medical,
                "elder_medical_in_time": part(medical, min(995, care + 20 * step + draws.whole(0, 60))),
                "elder_daily_requests": daily,
                "elder_daily_in_time": part(daily, min(999, care + 40 * step + draws.whole(0, 80))),
                "elder_care_platform_orders": orders,
            }
            services = ["meals", "cleaning", "health_care", "company"]
            for service, rate in zip(services, users):
                row[f"elders_with_{service}_at_home"] = elders * (rate + step * draws.whole(0, 12)) // 100
            row["elder_health_wearables"] = elders * wearables * (step + 2) // 400
            row["elder_care_homes"] = homes + step
            row["smart_elder_care_homes"] = smart
            yield with_gaps(row)


def with_gaps(row):
    """A few figures are missing, each in another way; assessment.yml says what happens then."""
    place = (row["unit"], row["year"])
    if place == ("341600", 2020):
        row["elder_health_wearables"] = ""  # not submitted
    if place == ("341300", 2020):
        row["elders_alone_with_emergency_call"] = "不实"  # found false on verification
    if place in [("341700", 2018), ("341700", 2019)]:
        row["elder_care_platform_orders"] = 0  # the platform opened in 2020: nothing to grow from
    if place == ("340600", 2020):
        row["elder_medical_in_time"] = row["elder_medical_requests"] + 120  # more than were asked for
    if place == ("341000", 2019):
        row["elder_emergency_calls"] = row["elder_emergency_minutes"] = row["elder_emergency_in_time"] = "不适用"
    return row


ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def organisation_code(kind, unit, number):
    """A unified social credit code: registration, unit, organisation part (GB 11714), check character (GB 32100)."""
    body = f"MA{number:06}"
    values = [ord(c) - 48 if c.isdigit() else ord(c) - 55 for c in body]
    check = 11 - sum(v * w for v, w in zip(values, [3, 7, 9, 10, 5, 8, 4, 2])) % 11
    first = kind + unit + body + {10: "X", 11: "0"}.get(check, str(check))
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(first))
    return first + ALPHABET[(31 - total) % 31]


def demonstrations():
    draws = Draws(25)
    days = ["2017-12-20", "2018-11-30", "2019-12-10", "2020-12-08"]
    number = 0
    for code, name, _, _ in CITIES:
        for category, kind, most in [("community", "11", 4), ("base", "12", 1), ("enterprise", "91", 2)]:
            for _ in range(draws.whole(0, most)):
                number += 1
                label = {"community": "街道", "base": "基地", "enterprise": "企业"}[category]
                organisation = organisation_code(kind, code, number)
                withdrawn = "2020-06-30" if number == 3 else ""
                if number == 15:  # a slip of the pen, which the check character finds
                    organisation = organisation[:-1] + ("1" if organisation[-1] != "1" else "2")
                yield [code, f"{name}示例{label}{number:02}", draws_day(draws, days), organisation, withdrawn, category]


def draws_day(draws, days):
    return days[draws.whole(0, len(days) - 1)]


def write(name, heading, rows):
    with open(os.path.join(FOLDER, name), "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)


rows = list(figures())
write("units.csv", ["code", "name_zh", "name_en", "level"], [[c, zh, en, "city"] for c, zh, en, _ in CITIES])
write("figures.csv", list(rows[0]), [list(row.values()) for row in rows])
write("demonstrations.csv", ["unit", "name", "recognised_on", "organisation_code", "withdrawn_on", "category"],
      demonstrations())
