package org.kezheng.platform.http;

/// A line of a file that cannot be taken.
///
/// @param line from 1, the header included
/// @param field the field that is wrong
/// @param expected what is expected there; never what stands there
public record WrongLine(int line, String field, String expected) {}
