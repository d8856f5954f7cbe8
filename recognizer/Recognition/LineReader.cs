using System.Buffers;
using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Inference;
using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Recognition;

/// <summary>Reads the text in boxes with PP-OCRv4's recogniser (文本识别).</summary>
sealed class LineReader(OnnxSession model, CtcDecoder decoder, WordPrior words, int threads)
{
    const int ModelHeight = 48;
    const int NarrowestInput = 160;
    const int WidestInput = 3200;
    const int MostAtOnce = 6;
    const float Unreadable = 0.5f;

    /// <summary>Lines in the order of the boxes; boxes without readable text give none.</summary>
    /// <param name="least">How sure a line must be on average.</param>
    public List<ReadLine> Read(Picture picture, IReadOnlyList<TextBox> boxes, float least = Unreadable)
    {
        var lines = new ReadLine?[boxes.Count];
        Parallel.ForEach(Batches(boxes), new ParallelOptions { MaxDegreeOfParallelism = threads }, batch =>
        {
            var characters = Run(picture, batch);
            for (var i = 0; i < batch.Count; i++)
            {
                if (characters[i].Count > 0 && new ReadLine(batch[i].Box, characters[i]) is var line && line.Score >= least)
                    lines[batch[i].Index] = line;
            }
        });
        return [.. lines.OfType<ReadLine>()];
    }

    /// <summary>Boxes of like width together, so that little of a batch is padding.</summary>
    static List<List<Cut>> Batches(IReadOnlyList<TextBox> boxes)
    {
        List<List<Cut>> batches = [];
        foreach (var cut in boxes.Select((box, index) => new Cut(box, index, CutWidth(box))).OrderByDescending(cut => cut.Width))
        {
            if (batches.Count == 0 || batches[^1].Count == MostAtOnce || batches[^1][0].Width > Math.Max(NarrowestInput, cut.Width * 1.35f))
                batches.Add([]);
            batches[^1].Add(cut);
        }
        return batches;
    }

    List<List<ReadCharacter>> Run(Picture picture, List<Cut> batch)
    {
        var width = Math.Max(NarrowestInput, (batch[0].Width + 7) / 8 * 8);
        var each = 3 * ModelHeight * width;
        var input = ArrayPool<float>.Shared.Rent(batch.Count * each);
        try
        {
            Array.Clear(input, 0, batch.Count * each);
            for (var i = 0; i < batch.Count; i++)
            {
                var box = batch[i].Box;
                Sampling.Straighten(picture, box.TopLeft, box.TopRight, box.BottomRight, box.BottomLeft, batch[i].Width, ModelHeight, input.AsSpan(i * each, each), width, box.Bend);
            }
            return model.Run(input, [batch.Count, 3, ModelHeight, width], (answer, shape) =>
            {
                var length = (int)(shape[1] * shape[2]);
                List<List<ReadCharacter>> all = [];
                for (var i = 0; i < batch.Count; i++)
                {
                    var characters = Numerals(picture, batch[i], LookAlikes.Choose(words.Choose(decoder.Decode(answer.Slice(i * length, length), (float)batch[i].Width / width))));
                    FigureShape.Give(characters, input.AsSpan(i * each, each), batch[i].Width, ModelHeight, width);
                    all.Add(StruckFigures.Doubt(characters, input.AsSpan(i * each, each), batch[i].Width, ModelHeight, width));
                }
                return all;
            });
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
    }

    static List<ReadCharacter> Numerals(Picture picture, Cut cut, List<ReadCharacter> characters) =>
        RomanNumerals.Concern(characters) ? RomanNumerals.Settle(characters, LineLight.Of(picture, cut.Box, cut.Width, ModelHeight), cut.Box.Height / ModelHeight) : characters;

    static int CutWidth(TextBox box) => Math.Clamp((int)MathF.Ceiling(ModelHeight * box.Width / Math.Max(1, box.Height)), 16, WidestInput);

    readonly record struct Cut(TextBox Box, int Index, int Width);
}
