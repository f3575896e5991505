/**
 * What many ask for in one turn of the event loop is read once, when all of them have asked: each of them gets what is
 * there after it asked, and a read is shared by as many requests as arrive together.
 */
export function onceATurn<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const asked = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = asked.get(key);
    if (known !== undefined) return known;
    const value = new Promise<Value>((resolve) => {
      setImmediate(() => {
        asked.delete(key);
        resolve(read(key));
      });
    });
    asked.set(key, value);
    return value;
  };
}
