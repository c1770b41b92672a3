/** Reads Mapbox Vector Tiles 2.1. Geometry comes out as fractions of the world, ready for any zoom (see world.js). */
const TEXT = new TextDecoder();

/** bytes → {layer name: [{type: 1 point | 2 line | 3 polygon, properties, parts: [[[x, y], …], …]}]}. */
export function readTile(buffer, { z, x, y }) {
  const bytes = new Uint8Array(buffer);
  const layers = {};
  fields(reader(bytes, 0, bytes.length), (field, r) => {
    if (field !== 3) return r.skip();
    const layer = readLayer(r.block(), { size: 2 ** z, x, y });
    layers[layer.name] = layer.features;
    return undefined;
  });
  return layers;
}

function readLayer(layer, place) {
  const found = { name: '', extent: 4096, keys: [], values: [], raw: [] };
  fields(layer, (field, r) => {
    if (field === 1) found.name = r.text();
    else if (field === 2) found.raw.push(r.block());
    else if (field === 3) found.keys.push(r.text());
    else if (field === 4) found.values.push(readValue(r.block()));
    else if (field === 5) found.extent = r.varint();
    else r.skip();
  });
  return { name: found.name, features: found.raw.map((feature) => readFeature(feature, found, place)) };
}

function readFeature(feature, { keys, values, extent }, place) {
  const properties = {};
  let type = 0;
  let parts = [];
  fields(feature, (field, r) => {
    if (field === 2) {
      const tags = r.block();
      while (tags.more()) properties[keys[tags.varint()]] = values[tags.varint()];
    } else if (field === 3) type = r.varint();
    else if (field === 4) parts = readParts(r.block(), extent, place);
    else r.skip();
  });
  return { type, properties, parts };
}

/** A ring comes without its first point again. */
function readParts(commands, extent, { size, x: tileX, y: tileY }) {
  const parts = [];
  let [x, y] = [0, 0];
  while (commands.more()) {
    const command = commands.varint();
    for (let n = command >> 3; n > 0 && (command & 7) !== 7; n--) {
      x += zigzag(commands.varint());
      y += zigzag(commands.varint());
      if ((command & 7) === 1) parts.push([]);
      parts.at(-1).push([(tileX + x / extent) / size, (tileY + y / extent) / size]);
    }
  }
  return parts;
}

function readValue(value) {
  let read = null;
  fields(value, (field, r) => {
    if (field === 1) read = r.text();
    else if (field === 2) read = r.fixed(4);
    else if (field === 3) read = r.fixed(8);
    else if (field === 6) read = zigzag(r.varint());
    else if (field === 7) read = r.varint() !== 0;
    else read = r.varint();
  });
  return read;
}

const zigzag = (n) => (n % 2 ? -(n + 1) / 2 : n / 2);

function fields(r, each) {
  while (r.more()) {
    const key = r.varint();
    r.wire = key & 7;
    each(key >> 3, r);
  }
}

/** A cursor over bytes [at, end) of a protocol buffer. */
function reader(bytes, at, end) {
  const r = {
    wire: 0,
    more: () => at < end,
    varint() {
      let [value, factor, byte] = [0, 1, 0];
      do {
        byte = bytes[at++];
        value += (byte & 0x7f) * factor;
        factor *= 128;
      } while (byte > 0x7f && at < end);
      return value;
    },
    block() {
      const length = r.varint();
      at += length;
      return reader(bytes, at - length, Math.min(at, end));
    },
    text() {
      const length = r.varint();
      at += length;
      return TEXT.decode(bytes.subarray(at - length, at));
    },
    fixed(length) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + at, length);
      at += length;
      return length === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true);
    },
    skip() {
      if (r.wire === 0) r.varint();
      else if (r.wire === 2) r.block();
      else at += r.wire === 1 ? 8 : 4;
    },
  };
  return r;
}
