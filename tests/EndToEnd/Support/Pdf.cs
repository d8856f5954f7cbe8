using System.Globalization;
using System.Text;

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>PDF files written by hand: each page is a photo.</summary>
static class Pdf
{
    public static byte[] Of(params ReadOnlySpan<byte[]> jpegs)
    {
        List<byte[]> objects = [];
        int Add(byte[] body)
        {
            objects.Add(body);
            return objects.Count;
        }

        var pages = new List<int>();
        Add([]); // the catalogue and the tree of pages come when all is known
        Add([]);
        foreach (var jpeg in jpegs)
        {
            var (width, height) = Sides(jpeg);
            var image = Add([.. Text($"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {jpeg.Length} >>\nstream\n"), .. jpeg, .. Text("\nendstream")]);
            var high = 595 * height / width;
            var drawing = $"q 595 0 0 {high} 0 0 cm /P Do Q";
            var content = Add(Text($"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream"));
            pages.Add(Add(Text($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {high}] /Contents {content} 0 R /Resources << /XObject << /P {image} 0 R >> >> >>")));
        }

        objects[0] = Text("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>");
        objects[1] = Text($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] >>");
        return Written(objects, "");
    }

    /// <summary>One that asks for a password.</summary>
    public static byte[] Locked()
    {
        var key = string.Concat(Enumerable.Repeat("5A", 32));
        return Written(
            [Text("<< /Type /Catalog /Pages 2 0 R >>"), Text("<< /Type /Pages /Count 0 /Kids [] >>")],
            $"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{key}> /U <{key}> >> /ID [<00><00>]");
    }

    static byte[] Written(List<byte[]> objects, string trailer)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var places = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Write([.. Text($"{i + 1} 0 obj\n"), .. objects[i], .. Text("\nendobj\n")]);
        }

        var table = file.Length;
        file.Write(Text($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"))}"));
        file.Write(Text($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    static (int Width, int Height) Sides(byte[] jpeg)
    {
        var at = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0, 0x00, 0x11]);
        return ((jpeg[at + 7] << 8) | jpeg[at + 8], (jpeg[at + 5] << 8) | jpeg[at + 6]);
    }

    static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
