import { setSourceMapsSupport } from 'node:module';

// For --import, before all else: stacks name our own sources. Node's own flag would keep those of every package as well.
setSourceMapsSupport(true);
