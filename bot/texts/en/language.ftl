### English, British dates: short, warm, concrete.

language-locale = en_GB
language-name = English
