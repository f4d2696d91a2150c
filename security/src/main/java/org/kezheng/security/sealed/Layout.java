package org.kezheng.security.sealed;

import org.kezheng.security.envelope.DamagedCiphertextException;

/// Where the chunks of a sealed file stand; all of it follows from the file's length.
///
/// @param chunks at least one; only a single one may be empty
/// @param clearBytes length of the content
record Layout(long chunks, long clearBytes) {
    static final int TAG = 16;
    static final int SEALED_CHUNK = Header.CHUNK + TAG;

    static Layout ofFile(long fileBytes) {
        long body = fileBytes - Header.LENGTH;
        if (body < TAG) {
            throw new DamagedCiphertextException("a sealed file is cut");
        }
        long chunks = Math.ceilDiv(body, SEALED_CHUNK);
        long last = body - (chunks - 1) * SEALED_CHUNK;
        if (last < TAG || (last == TAG && chunks > 1)) {
            throw new DamagedCiphertextException("a sealed file is cut");
        }
        return new Layout(chunks, body - chunks * TAG);
    }

    boolean isLast(long chunk) {
        return chunk == chunks - 1;
    }

    long position(long chunk) {
        return Header.LENGTH + chunk * SEALED_CHUNK;
    }

    int sealedBytes(long chunk) {
        return (int) Math.min(Header.CHUNK, clearBytes - chunk * Header.CHUNK) + TAG;
    }
}
