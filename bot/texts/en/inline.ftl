## Customers in any chat: the list while typing

inline-no-phone = no number yet
