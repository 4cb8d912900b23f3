// A conversation with the server, kept over a reload of the page.

const STORAGE_KEY = 'medbot.resume';
const DOMAIN = new URL('v3/directline', document.baseURI).href;

// Private windows may refuse storage: then a reload simply begins a new conversation.
function remembered() {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function remember(resume) {
  try {
    if (resume) localStorage.setItem(STORAGE_KEY, resume);
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // As above.
  }
}

async function json(response) {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}

async function grant() {
  const granted = await json(
    await fetch(new URL('webchat/token', document.baseURI), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ resume: remembered() }),
    }),
  );
  remember(granted.resume);
  return granted;
}

export function forgetConversation() {
  remember(null);
}

// Opens the former conversation of this browser from its beginning, or a new one.
export async function openConversation() {
  const { conversationId, token, userId, resumed } = await grant();
  const directLine = window.WebChat.createDirectLine({
    domain: DOMAIN,
    token,
    ...(resumed && { conversationId, watermark: '0' }),
  });

  // A phone that slept for longer than the token lives comes back with a new token, after what it has seen.
  async function reopen() {
    const fresh = await grant();
    const address = `${DOMAIN}/conversations/${fresh.conversationId}?watermark=${encodeURIComponent(directLine.watermark ?? '')}`;
    directLine.reconnect(await json(await fetch(address, { headers: { authorization: `Bearer ${fresh.token}` } })));
  }

  return { directLine, userId, reopen };
}
