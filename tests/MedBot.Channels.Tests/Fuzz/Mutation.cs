using System.Text;

namespace MedBot.Channels.Tests.Fuzz;

/// <summary>Breaks valid bytes in the ways in which parsers break. Seeded: the same seed breaks the same way.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly byte[][] Pieces =
    [
        .. ((string[])
        [
            "\"", "{", "}", "[", "]", ":", ",", "null", "true", "-1", "1e999", "99999999999999999999", "\\ud800", "\\u0000", "{}", "[[]]",
            "<", ">", "</xml>", "<xml>", "]]>", "<![CDATA[", "<!DOCTYPE x [<!ENTITY e 'e'>]>", "&e;", "&#0;", "&#xD800;", "<?xml version='1.0' encoding='utf-16'?>",
            "\0", "\r\n", "\r\n--b\r\n", "--b--", ";", "=", "%", "%00", "../", "\ufeff", "\u202e", "医保", "😀",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0x1D],
        .. ((string[])[new string('[', 500), new string('"', 300), new string('9', 400)]).Select(Encoding.UTF8.GetBytes),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 200))),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100))),
    ];

    /// <summary>The bytes with one to four things done to them, now and then with none.</summary>
    public byte[] Of(byte[] valid)
    {
        var bytes = new List<byte>(valid);
        for (var count = random.Next(0, 5); count > 0; count--)
            Change(bytes);
        return [.. bytes];
    }

    public string Of(string valid) => Encoding.UTF8.GetString(Of(Encoding.UTF8.GetBytes(valid)));

    private void Change(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var length = random.Next(0, Math.Min(40, bytes.Count - at) + 1);
        switch (random.Next(7))
        {
            case 0:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 5 when random.Next(50) == 0:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(new string('长', 100_000)));
                break;
            default:
                if (at < bytes.Count)
                    bytes[at] ^= (byte)(1 << random.Next(8));
                break;
        }
    }
}
