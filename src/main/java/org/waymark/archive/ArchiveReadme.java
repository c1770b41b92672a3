package org.waymark.archive;

/** What somebody finds who opens an archive by hand. */
final class ArchiveReadme {
  private ArchiveReadme() {}

  static String text() {
    return """
        Waymark 民生实事一张图：全区归档 whole-district archive

        恢复：在尚无数据的新系统上运行 ./run import 本文件
        To restore, on a system without data: ./run import THIS-FILE

        *.csv          UTF-8，首行为列名；空单元格为缺值，"" 为空文本；几何为十六进制 EWKB（EPSG:4490）；时间为 UTC
                       UTF-8, heads in the first line; an empty cell is a missing value, "" an empty text;
                       geometry is EWKB in hex (EPSG:4490), times are UTC
        photos/        现场照片，文件名即 SHA-256   photos as they were sent, named by their SHA-256
        public-photos/ 已公开的照片副本             copies that the public may see
        figures.csv    归档当日各项目、各乡镇的已上报与已核实   reported and verified by project and township that day
        manifest.json  各部分的行数、字节数、SHA-256   rows, bytes and SHA-256 of each part

        其中没有：密码、登录、手机与公示屏的令牌、行踪轨迹、未传完的照片。
        Not in it: passwords, sessions, tokens of phones and screens, raw walks, unfinished uploads.

        本文件含内部和个人信息，请与数据库同样保管。
        It holds internal and personal data: keep it as you keep the database.
        """;
  }
}
