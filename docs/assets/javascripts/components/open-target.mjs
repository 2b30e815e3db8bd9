/** Opens the answer of the card that the address points to. */
export function openTarget() {
  const card = document.getElementById(id(location.hash));
  const answer = card && card.querySelector(":scope > details");
  if (answer) answer.open = true;
}

/** Gives the id in an address; one that cannot be decoded names nothing. */
function id(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
