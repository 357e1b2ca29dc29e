// What was seen of a program that did not answer as a program should. Data only: what it means is said in diagnose/.

export type Symptom =
  /** Loading failed. `detail`: the program's own message, with the first place in a file of its own; untrusted, capped. */
  | { readonly kind: 'did-not-start'; readonly detail: string }
  /** There was a request, and no app to answer it. */
  | { readonly kind: 'nothing-exported'; readonly exports: readonly string[] }
  | { readonly kind: 'no-such-function'; readonly name: string; readonly exports: readonly string[] }
  /** It was served all the same: the app is the one that the program listens with. */
  | { readonly kind: 'listens-itself' }
  /** `what`: e.g. `GET /` or `decode`; null where only the instructor has the check. `wasBusy`: an endless loop; null when unknown. */
  | {
      readonly kind: 'no-answer';
      readonly to: 'request' | 'call';
      readonly what: string | null;
      readonly wasBusy: boolean | null;
    }
  /** Its process ended while something was asked of it. `lastWords`: the error that nobody caught, if it said one. */
  | {
      readonly kind: 'process-ended';
      readonly because: 'crashed' | 'out-of-memory' | 'too-much-output';
      readonly what: string | null;
      readonly lastWords: string;
    }
  /** A 5xx. `message`: the error as the program's own framework printed it, e.g. `TypeError: …`; empty when nothing was printed. */
  | {
      readonly kind: 'handler-threw';
      readonly what: string | null;
      /** What kind of body the request had. */
      readonly body: 'form' | 'json' | null;
      readonly message: string;
    }
  /** Where something was sent or returned, there was a promise; unless `isSure`, an empty object, which is what JSON makes of one. */
  | {
      readonly kind: 'promise-sent';
      readonly in: 'response' | 'cookie' | 'result';
      readonly what: string | null;
      readonly isSure: boolean;
    };
