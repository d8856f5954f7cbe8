namespace Shouwang.Recognizer.Tests.Recognition;

/// <summary>Pictures of lines drawn for a test.</summary>
static class Drawing
{
    /// <summary>Out of focus: a Gaussian blur over rows of so many columns.</summary>
    public static float[] Blurred(float[] light, int width, float sigma)
    {
        if (sigma == 0)
            return light;
        var reach = (int)(3 * sigma);
        var weights = Enumerable.Range(-reach, (2 * reach) + 1).Select(i => MathF.Exp(-i * i / (2 * sigma * sigma))).ToArray();
        foreach (var step in (int[])[1, width])
        {
            var from = light;
            light = [.. Enumerable.Range(0, from.Length).Select(at => weights.Select((w, i) => w * from[Math.Clamp(at + ((i - reach) * step), 0, from.Length - 1)]).Sum() / weights.Sum())];
        }
        return light;
    }
}
