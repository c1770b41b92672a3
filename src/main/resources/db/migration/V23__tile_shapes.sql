-- What a tile tells of a line or point as it stands, made once instead of for every tile.
alter table core.tile_footprint add column shape bytea
  generated always as (case when kind <> 'polygon' then st_astwkb(geom, 1, 0, 0) end) stored;
comment on column core.tile_footprint.shape is 'geom as TWKB in metres with a decimal; null for a polygon, which is cut to the tile first.';
