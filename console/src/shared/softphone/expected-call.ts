const longestMillis = 30_000;

/** Whether the next call was asked for on this desk: then it is answered by itself. The wish ends with it, or with time. */
export class ExpectedCall {
  #isWished = false;
  #end: number | undefined;

  wish(): void {
    this.#isWished = true;
    clearTimeout(this.#end);
    this.#end = window.setTimeout(() => this.drop(), longestMillis);
  }

  drop(): void {
    this.#isWished = false;
    clearTimeout(this.#end);
  }

  /** True once for a wish. */
  take(): boolean {
    const wasWished = this.#isWished;
    this.drop();
    return wasWished;
  }
}
