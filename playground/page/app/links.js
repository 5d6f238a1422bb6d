/** Links: which are safe to follow, and those that open a bot inside this page. */

const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);
const BOT_LINK = /^(?:https?:\/\/)?(?:t\.me|telegram\.me)\/(\w{3,32})(?:\?start=([\w-]{0,64}))?$/i;
const TG_LINK = /^tg:\/\/resolve\/?\?domain=(\w{3,32})(?:&start=([\w-]{0,64}))?$/i;

/** The address as a browser may open it, or null for anything but the web, mail and phone. */
export function safeUrl(address) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`);
    return SAFE.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** `{username, payload}` of a deep link to a bot, else null. */
export function botLink(address) {
  const found = BOT_LINK.exec(address) ?? TG_LINK.exec(address);
  return found && { username: found[1], payload: found[2] ?? "" };
}

/** Opens an address: a bot's link by `openBot`, others in a new tab. */
export function follow(address, openBot) {
  const bot = botLink(address);
  if (bot && openBot(bot)) return;
  const url = safeUrl(address);
  if (url) open(url, "_blank", "noopener,noreferrer");
}
