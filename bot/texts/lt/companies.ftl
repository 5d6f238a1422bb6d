## Įmonės

company-forms = UAB, AB, MB, IĮ, VšĮ, VĮ, SĮ, TŪB, KŪB, ŽŪB, ŽŪK, KB
company-unquoted = savivaldybė, seniūnija, ministerija, universitetas, kolegija, gimnazija, progimnazija, mokykla, licėjus, darželis, ligoninė, poliklinika, departamentas, tarnyba, inspekcija, agentūra, bendrija, teismas, institutas, muziejus, biblioteka, rūmai
company-quoted = „{ $name }“
company-with-form = { $form } „{ $name }“
