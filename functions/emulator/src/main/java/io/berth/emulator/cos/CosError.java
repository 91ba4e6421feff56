// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cos;

/** A refusal in COS's words (COS XML API, Error Codes). */
final class CosError extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  CosError(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static CosError accessDenied() {
    return new CosError(403, "AccessDenied", "Access Denied.");
  }

  static CosError invalidAccessKey() {
    return new CosError(
        403, "InvalidAccessKeyId", "The Access Key Id you provided does not exist in our records.");
  }

  static CosError notImplemented() {
    return new CosError(
        501,
        "NotImplemented",
        "The emulator plays PUT, HEAD, GET and DELETE of whole objects, without parameters.");
  }

  int status() {
    return status;
  }

  /**
   * The answer's body.
   *
   * @param resource what was asked for, as host and path
   */
  String xml(String resource, String requestId) {
    return """
        <?xml version='1.0' encoding='utf-8' ?>
        <Error>
        \t<Code>%s</Code>
        \t<Message>%s</Message>
        \t<Resource>%s</Resource>
        \t<RequestId>%s</RequestId>
        \t<TraceId></TraceId>
        </Error>
        """
        .formatted(code, plain(getMessage()), plain(resource), requestId);
  }

  private static String plain(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[^\\x20-\\x7e]", "?");
  }
}
