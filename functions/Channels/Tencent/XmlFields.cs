using System.Text;
using System.Xml;

namespace Shouwang.Functions.Channels.Tencent;

/// <summary>The flat XML of Tencent's callbacks (消息字段): names and their texts; a name that is not there is empty.</summary>
internal sealed class XmlFields
{
    const int MostCharacters = 64 * 1024;

    static readonly XmlReaderSettings s_strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreComments = true, IgnoreProcessingInstructions = true };

    readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    public string this[string name] => _fields.GetValueOrDefault(name, "");

    /// <returns>null where it is no such XML.</returns>
    public static XmlFields? Read(string xml)
    {
        var fields = new XmlFields();
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), s_strict);
            reader.MoveToContent();
            var name = "";
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1 }) name = reader.Name;
                else if (reader is { NodeType: XmlNodeType.Text or XmlNodeType.CDATA, Depth: 2 }) fields._fields[name] = fields[name] + reader.Value;
            }
            return fields;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>XML of these names and texts. Characters XML cannot hold are left out.</summary>
    public static string Write(params IReadOnlyList<(string Name, string Text)> fields)
    {
        var xml = new StringBuilder("<xml>");
        foreach (var (name, text) in fields)
            xml.Append($"<{name}><![CDATA[{new string([.. text.Where(XmlOrSurrogate)]).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]></{name}>");
        return xml.Append("</xml>").ToString();
    }

    static bool XmlOrSurrogate(char c) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);
}
