/** Every error made since somebody looked. */
export const errors: Error[] = [];

// a class that extends one of these calls it to make its instances, too
globalThis.Error = watched(Error);
globalThis.TypeError = watched(TypeError);

function watched<E extends new (...given: never[]) => Error>(type: E): E {
  return new Proxy(type, {
    construct(target, given, newTarget) {
      const error: Error = Reflect.construct(target, given, newTarget);
      errors.push(error);
      return error;
    },
  });
}
