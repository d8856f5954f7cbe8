using System.Diagnostics;
using System.Numerics;
using Shouwang.Recognizer.Inference;
using Shouwang.Recognizer.Pictures;
using Shouwang.Recognizer.Reading;

namespace Shouwang.Bench.Recognition;

/// <summary>A way of reading pictures.</summary>
interface IContender
{
    IReadOnlyList<PlacedCharacter> Read(string picture);
}

/// <summary>The embedded recogniser, reading red twice or once.</summary>
sealed class Embedded(bool readRedTwice) : IContender, IDisposable
{
    readonly PageReader _reader = PageReader.Load(InferenceFiles.Find(null, null), Environment.ProcessorCount);

    public IReadOnlyList<PlacedCharacter> Read(string picture)
    {
        var page = _reader.Read(PictureDecoder.Decode(File.ReadAllBytes(picture)), readRedTwice);
        List<PlacedCharacter> read = [];
        foreach (var line in page.Lines)
        {
            foreach (var character in line.Characters)
            {
                var part = line.Box.Part(character.Position, character.Position);
                var centre = page.Frame.ToSent((part.TopLeft + part.BottomLeft) / 2);
                if (character.Value.IsBmp && Folding.Fold((char)character.Value.Value) is { } value)
                    read.Add(new(value, centre, centre));
            }
        }
        GC.Collect();
        return read;
    }

    public void Dispose() => _reader.Dispose();
}

/// <summary>Debian's tesseract-ocr with tesseract-ocr-chi-sim, where it is installed.</summary>
sealed class Tesseract : IContender
{
    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "tesseract")));

    public IReadOnlyList<PlacedCharacter> Read(string picture)
    {
        var start = new ProcessStartInfo("tesseract", [picture, "stdout", "-l", "chi_sim", "--psm", "6", "makebox"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var height = PictureDecoder.Inspect(File.ReadAllBytes(picture)).Height;
        List<PlacedCharacter> read = [];
        foreach (var fields in output.Split('\n').Select(line => line.Split(' ')).Where(fields => fields.Length == 6 && fields[0].Length == 1))
        {
            var numbers = fields[1..5].Select(float.Parse).ToArray();
            if (Folding.Fold(fields[0][0]) is { } value)
                read.Add(new(value, new Vector2(numbers[0], height - numbers[3]), new Vector2(numbers[2], height - numbers[1])));
        }
        return read;
    }
}
