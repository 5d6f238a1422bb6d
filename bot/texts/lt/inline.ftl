## Klientai bet kuriame pokalbyje: sąrašas, kol rašoma

inline-no-phone = nėra numerio
