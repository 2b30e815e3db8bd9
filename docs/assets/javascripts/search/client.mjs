/** Asks the search service, in a worker; where workers are blocked, in the page itself. */
export class Client {
  /**
   * @param {string} folder the address of the index, with a slash at its end
   * @param {(state: string) => void} tell see Service
   */
  constructor(folder, tell) {
    this.folder = folder;
    this.tell = tell;
    this.open = new Map();
    this.count = 0;
    this.start();
  }

  start() {
    try {
      this.worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
      this.worker.addEventListener("message", ({ data }) => this.take(data));
      this.worker.addEventListener("error", () => this.stay());
      this.worker.postMessage({ name: "start", given: this.folder });
    } catch {
      this.stay();
    }
  }

  /** Loads the index once; after a failure, the next call tries again. */
  load() {
    this.loading ??= this.ask("load").then(
      () => (this.isLoaded = true),
      (error) => {
        this.loading = undefined;
        throw error;
      },
    );
    return this.loading;
  }

  /** Goes on without a worker, and asks again what was not answered. */
  stay() {
    this.worker?.terminate();
    this.worker = this.loading = undefined;
    this.isLoaded = false;
    this.here = import("./service.mjs").then(({ Service }) => new Service(this.folder, this.tell));
    for (const [number, { name, given }] of this.open) this.send(number, name, given);
  }

  /** Calls a method of the service; gives a promise of its answer. */
  ask(name, given) {
    const number = this.count++;
    return new Promise((answer, refuse) => {
      this.open.set(number, { name, given, answer, refuse });
      this.send(number, name, given);
    });
  }

  async send(number, name, given) {
    if (this.worker) return this.worker.postMessage({ number, name, given });
    try {
      this.take({ number, answer: await (await this.here)[name](given) });
    } catch (error) {
      this.take({ number, error: String(error) });
    }
  }

  take({ number, answer, error, state }) {
    if (state === "partly") this.loading = undefined;
    if (state) return this.tell(state);
    const asked = this.open.get(number);
    this.open.delete(number);
    if (error) asked?.refuse(new Error(error));
    else asked?.answer(answer);
  }
}
