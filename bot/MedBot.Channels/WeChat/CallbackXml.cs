using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Xml;
using MedBot.Channels.Requests;
using Microsoft.AspNetCore.Http;

namespace MedBot.Channels.WeChat;

/// <summary>
/// The platform's XML: one level of named texts under &lt;xml&gt;; what lies deeper is passed over. Without DTDs, entities or
/// anything fetched. The platform itself sends control characters that XML forbids: they are read and left out.
/// </summary>
internal static class CallbackXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <exception cref="RefusedRequestException">400.</exception>
    public static FrozenDictionary<string, string> Read(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var reader = XmlReader.Create(new StringReader(Printable(text)), Settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "xml")
                throw Broken();
            if (!reader.IsEmptyElement)
                ReadFields(reader, fields);
            // To the end, so that nothing unread can stand behind it.
            while (reader.Read())
            {
            }
        }
        catch (XmlException)
        {
            throw Broken();
        }

        return fields.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void ReadFields(XmlReader reader, Dictionary<string, string> fields)
    {
        reader.Read();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Skip();
                continue;
            }

            // Of two fields with one name nobody could say which one was meant.
            if (!fields.TryAdd(reader.LocalName, ReadField(reader)))
                throw Broken();
        }
    }

    private static string ReadField(XmlReader reader)
    {
        var text = new StringBuilder();
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty)
            return "";
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
            reader.Skip();
        }

        reader.ReadEndElement();
        return Printable(text.ToString());
    }

    /// <summary>The text inside an element, whatever is in it.</summary>
    public static string Quoted(string text) =>
        $"<![CDATA[{Printable(text).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]>";

    /// <summary>The text without characters that XML forbids or no screen shows; line feeds and tabs stay.</summary>
    public static string Printable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control && rune.Value is not (0xFFFE or 0xFFFF)))
                kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    private static RefusedRequestException Broken() =>
        new(StatusCodes.Status400BadRequest, "BadXml", "The body is not the XML that is expected here.");
}
