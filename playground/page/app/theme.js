/** Light or dark: as the system has it, until the person says otherwise. */

const KEY = "playground-theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

function kept() {
  const value = localStorage.getItem(KEY);
  return value === "light" || value === "dark" ? value : null;
}

/** The theme shown now: "light" or "dark". */
export const theme = () => kept() ?? (dark.matches ? "dark" : "light");

/** Shows the kept theme; without one the page follows the system by itself. */
export function applyTheme() {
  const value = kept();
  if (value) document.documentElement.dataset.theme = value;
  else delete document.documentElement.dataset.theme;
}

/** Changes to the other theme; back on the system's own it follows the system again. */
export function toggleTheme() {
  const wanted = theme() === "dark" ? "light" : "dark";
  if ((wanted === "dark") === dark.matches) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, wanted);
  applyTheme();
  dispatchEvent(new Event("themechange"));
}

addEventListener("storage", (event) => event.key === KEY && applyTheme());
