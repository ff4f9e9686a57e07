import { type DragEvent, useState } from 'react';

/** What makes an element a place to drop a picture on, and whether one is held over it. */
export interface PictureDrop {
  isOver: boolean;
  target: {
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
}

/** Takes the first of the files that are dropped; what is no file is left to the browser. */
export function usePictureDrop(onPicture: (picture: File) => void): PictureDrop {
  const [isOver, setOver] = useState(false);
  const taken = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return false;
    // Otherwise the browser would show the picture in the place of the page.
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    isOver,
    target: {
      onDragOver: (event) => {
        if (!taken(event)) return;
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      },
      onDrop: (event) => {
        if (!taken(event)) return;
        setOver(false);
        const [picture] = event.dataTransfer.files;
        if (picture) onPicture(picture);
      },
    },
  };
}
