import { Service } from "./service.mjs";

/* The worker's side of client.mjs: messages are { number, name, given }, answers { number, answer } or { number, error }. */
let service;

addEventListener("message", async ({ data: { number, name, given } }) => {
  try {
    if (name === "start") service = new Service(given, (state) => postMessage({ state }));
    else postMessage({ number, answer: await service[name](given) });
  } catch (error) {
    postMessage({ number, error: String(error) });
  }
});
