#!/usr/bin/env python3
"""Generates a register of transactions, the same for the same number of rows, as comma-separated values and for SQLite.

    generate.py ROWS [--csv FILE] [--sqlite FILE]

A row is a payment: id, city, year, day, buyer, channel, category, and the amount in fen (分), a whole number. None is real.
"""
import argparse
import datetime
import itertools
import os
import pathlib
import sqlite3

CITIES = [
    line.split(",")[0]
    for line in (pathlib.Path(__file__).parent / "units.csv").read_text(encoding="utf-8").splitlines()
    if ",city," in line
]
CATEGORIES = ["食品", "信息", "服装", "居住", "交通"]
COLUMNS = "id,unit,booked_year,paid_on,buyer,channel,category,fen"
SQL = (
    "CREATE TABLE transactions (id BIGINT, unit VARCHAR(6), booked_year INTEGER, paid_on DATE, buyer BIGINT, "
    "channel VARCHAR(10), category VARCHAR(10), fen BIGINT)"
)
DAYS = [str(datetime.date(2019, 1, 1) + datetime.timedelta(days=day)) for day in range(365 + 366)]


def payments(rows):
    """The payments one by one; a linear congruential generator (Knuth, MMIX) decides everything."""
    state, mask, cities = 20200101, (1 << 64) - 1, len(CITIES)
    residents = max(rows // 64, 1)
    for number in range(1, rows + 1):
        state = (state * 6364136223846793005 + 1442695040888963407) & mask
        draw = state >> 16
        draw, city = divmod(draw, cities)
        draw, day = divmod(draw, 731)
        draw, buyer = divmod(draw, residents)
        draw, percent = divmod(draw, 100)
        amount = (state >> 40) % (20_000 + 900 * city)
        if day < 365 and percent < 2 + city:  # fewer in the first year, by a share of its own in each city
            day += 365
        yield (
            number, CITIES[city], 2019 if day < 365 else 2020, DAYS[day], city * residents + buyer,
            "网上" if (percent * 7 + day) % 100 < 20 + 2 * city else "门店",
            CATEGORIES[(percent + day * 3 + city * (amount % 3 == 0)) % 5], 100 + amount,
        )


def write_csv(rows, file):
    with open(file, "w", encoding="utf-8", newline="\n") as output:
        output.write(COLUMNS + "\n")
        source = payments(rows)
        while batch := list(itertools.islice(source, 50_000)):
            output.write("".join("%d,%s,%d,%s,%d,%s,%s,%d\n" % payment for payment in batch))


def write_sqlite(rows, file):
    if os.path.exists(file):
        os.remove(file)
    database = sqlite3.connect(file)
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute(SQL)
    database.executemany("INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", payments(rows))
    database.commit()
    database.close()


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("rows", type=int)
parser.add_argument("--csv")
parser.add_argument("--sqlite")
arguments = parser.parse_args()
for name, write in [(arguments.csv, write_csv), (arguments.sqlite, write_sqlite)]:
    if name:
        os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
        write(arguments.rows, name)
