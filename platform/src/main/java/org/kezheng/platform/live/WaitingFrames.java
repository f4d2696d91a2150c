package org.kezheng.platform.live;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Frames that wait for a desk, in their order.
final class WaitingFrames {
    /// Frames that may wait for a slow desk.
    static final int MAX = 512;

    private final BlockingQueue<LiveFrame> frames = new ArrayBlockingQueue<>(MAX);

    /// Adds a frame, unless it says what a waiting one will say as well: a desk that is told of a change reads what is
    /// true by then, however many changes there were.
    ///
    /// @return false: there is no room, and the desk has to begin anew
    boolean add(LiveFrame frame) {
        boolean isSaid = frame instanceof LiveFrame.Changed && frames.contains(frame);
        return isSaid || frames.offer(frame);
    }

    /// Takes the first one out, and waits for one where there is none.
    LiveFrame take() throws InterruptedException {
        return frames.take();
    }

    void clear() {
        frames.clear();
    }
}
