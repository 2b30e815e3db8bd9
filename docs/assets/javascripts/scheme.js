// Before the first paint: the scheme that the reader chose earlier. Storage may be blocked or hold anything.
try {
  const kept = localStorage.getItem("guide:scheme");
  if (kept === "light" || kept === "dark") document.documentElement.dataset.scheme = kept;
} catch {
  // Without storage the system's scheme holds.
}
