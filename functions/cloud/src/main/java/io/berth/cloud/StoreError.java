// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads COS's error (COS XML API, Error Codes): {@code <Error><Code>…</Code><Message>…}. Three flat
 * elements need no XML parser, and what is no parser cannot be led to other files by a DTD.
 */
record StoreError(String code, String message, String requestId) {
  /** An error has some hundred bytes. */
  static final int MOST_BYTES = 64 << 10;

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,100}");

  /** All three are empty when the text is not such an error. */
  static StoreError read(String xml) {
    String code = element(xml, "Code");
    boolean plain = xml.contains("<Error>") && !xml.contains("<!") && CODE.matcher(code).matches();
    return plain
        ? new StoreError(code, element(xml, "Message"), element(xml, "RequestId"))
        : new StoreError("", "", "");
  }

  private static String element(String xml, String name) {
    Matcher found = Pattern.compile("<" + name + ">([^<]{0,2000})</" + name + ">").matcher(xml);
    return found.find() ? plain(found.group(1)) : "";
  }

  private static String plain(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\p{Cntrl}+", " ")
        .strip();
  }
}
