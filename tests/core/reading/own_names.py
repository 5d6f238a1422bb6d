"""Invented customers that the tables of messages speak of."""

from core.reading import CompanyName, Directory, PersonName

_COMPANIES = """
k1 UAB Girios medis
k2 UAB Girinukas
k3 UAB Pirmadienis
k4 MB Vasaros stotelė
k5 AB Ąžuolų slėnis
k6 UAB Smiltupė
k7 Brackenford Ltd
k8 Harbour Lane Ltd
k9 SIA Dzintarkoks
k10 Weissbach GmbH
k11 UAB Vizitas
k12 March Hare Ltd
"""
_PEOPLE = """
p1 k1 Tadas Girelis
p2 k1 Rūta Vilainė
p3 k2 Tadas Pušėnas
p4 k3 Miglė Saulaitė
p5 k4 Kęstutis Bružas
p6 k5 Simonas Langvila
p7 k6 Simona Langvilaitė
p8 k7 Emma Carstone
p9 k8 April Dunmore
p10 k9 Guntis Eglītis
p11 k10 Jörg Brandmüller
p12 k11 Vytis Klevinskas
p13 k12 Emma Walden
"""


def own_directory() -> Directory:
    """A fresh directory of the invented names."""
    companies = (line.split(" ", 1) for line in _COMPANIES.split("\n") if line)
    people = (line.split(" ", 2) for line in _PEOPLE.split("\n") if line)
    return Directory(
        (CompanyName(key, name) for key, name in companies),
        (PersonName(key, name, company) for key, company, name in people),
    )
