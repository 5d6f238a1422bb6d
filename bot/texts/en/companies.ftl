## Companies

company-forms = UAB, AB, MB, IĮ, VšĮ, VĮ, SĮ, TŪB, KŪB, ŽŪB, ŽŪK, KB
company-unquoted = { "" }
company-quoted = { $name }
company-with-form = { $form } { $name }
