package org.kezheng.security.sealed;

import java.util.HexFormat;

/// A file that was sealed.
///
/// @param clearBytes length of what was sealed
/// @param fileBytes length of the sealed file
/// @param sha256 SHA-256 of the sealed file, 64 small hexadecimal digits
public record SealingResult(long clearBytes, long fileBytes, String sha256) {
    static SealingResult of(long clearBytes, long fileBytes, byte[] sha256) {
        return new SealingResult(clearBytes, fileBytes, HexFormat.of().formatHex(sha256));
    }
}
